package health.plumbline.web;

import health.plumbline.care.figure.ExerciseFigures;
import health.plumbline.contract.Engine;
import health.plumbline.knowledge.anatomy.Anatomy;
import java.time.InstantSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
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
@Import({SelfCheckController.class, ProgramController.class, Faults.class})
final class WebApplication {

  @Bean
  static Words words() {
    return Words.british();
  }

  @Bean
  static Pages pages(Words words) {
    return new Pages(words);
  }

  @Bean
  static Replies replies(Words words, Pages pages) {
    return new Replies(words, pages);
  }

  @Bean
  static FilterRegistrationBean<HeadersFilter> headers() {
    FilterRegistrationBean<HeadersFilter> filter =
        new FilterRegistrationBean<>(new HeadersFilter());
    filter.setOrder(1);
    return filter;
  }

  @Bean
  static FilterRegistrationBean<RateLimitFilter> rateLimit(
      Replies replies, WebServer.Options options) {
    FilterRegistrationBean<RateLimitFilter> filter =
        new FilterRegistrationBean<>(
            new RateLimitFilter(options.requestsASecond(), System::nanoTime, replies));
    filter.setOrder(2);
    return filter;
  }

  @Bean
  static Turns turns() {
    return new Turns();
  }

  @Bean
  static ProgramInterface programInterface(Engine engine) {
    return new ProgramInterface(engine);
  }

  @Bean
  static SelfCheck selfCheck(Engine engine, Words words, Pages pages) {
    Anatomy anatomy = Anatomy.load(engine.knowledge());
    Plain plain = new Plain(engine.knowledge(), anatomy, words);
    Listener listener = new Listener(engine, anatomy);
    Intake intake = new Intake(engine, anatomy, words);
    Questions questions = new Questions(engine, words, plain, pages, intake);
    SealedAnswers sealed = new SealedAnswers(InstantSource.system());
    CareCards cards = new CareCards(engine, words, plain);
    AnswerList answers = new AnswerList(engine, words, plain, listener, intake, questions);
    BodyFigures figures = new BodyFigures(anatomy, words, plain);
    BodyChart chart = new BodyChart(anatomy, words, plain, pages, listener, figures);
    ExerciseFigures drawings = ExerciseFigures.load();
    HandOver handOver = new HandOver(engine, listener, drawings, InstantSource.system());
    Causes causes = new Causes(engine, words, plain, cards);
    return new SelfCheck(
        words,
        pages,
        plain,
        sealed,
        engine,
        listener,
        new Course(engine, listener),
        intake,
        questions,
        cards,
        answers,
        new Results(engine, words, pages, listener, cards, causes, answers, figures, drawings),
        new ClinicianView(engine, words, pages, plain, sealed, listener, intake, questions, cards),
        chart,
        handOver);
  }
}
