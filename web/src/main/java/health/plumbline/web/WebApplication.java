package health.plumbline.web;

import health.plumbline.contract.Engine;
import health.plumbline.knowledge.anatomy.Anatomy;
import java.time.InstantSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Puts the server together. Only what it needs is switched on, by name: a scan of everything that
 * Spring could do takes longer than all that it does here.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class
})
@Import({SelfCheckController.class, Faults.class})
class WebApplication {

  @Bean
  static SelfCheck selfCheck(Engine engine) {
    Words words = Words.british();
    Pages pages = new Pages(words);
    Anatomy anatomy = Anatomy.load(engine.knowledge());
    Plain plain = new Plain(engine.knowledge(), anatomy, words);
    Listener listener = new Listener(engine, anatomy);
    Intake intake = new Intake(engine, anatomy, words);
    Questions questions = new Questions(engine, words, plain, pages, intake);
    CareCards cards = new CareCards(engine, words, plain);
    AnswerList answers = new AnswerList(engine, words, plain, listener, intake, questions);
    BodyFigures figures = new BodyFigures(anatomy, words, plain);
    BodyChart chart = new BodyChart(anatomy, words, plain, pages, listener, figures);
    Causes causes = new Causes(engine, words, plain, cards);
    return new SelfCheck(
        words,
        pages,
        plain,
        new SealedAnswers(InstantSource.system()),
        engine,
        listener,
        new Course(engine, listener),
        intake,
        questions,
        cards,
        answers,
        new Results(engine, words, pages, listener, cards, causes, answers, figures),
        new ClinicianView(),
        chart);
  }
}
