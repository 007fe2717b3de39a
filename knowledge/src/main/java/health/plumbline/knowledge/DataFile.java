package health.plumbline.knowledge;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One CSV file of the knowledge base (RFC 4180, UTF-8, header row; an empty cell means not
 * reported), read whole.
 */
public final class DataFile {

  private final String path;
  private final List<String> columns;
  private final List<Row> rows;

  private DataFile(String path, List<String> columns, List<Row> rows) {
    this.path = path;
    this.columns = columns;
    this.rows = rows;
  }

  /**
   * Reads a file of the knowledge base.
   *
   * @param path path below the data folder, for example {@code care/exercises.csv}
   * @throws IllegalStateException if the knowledge base holds no such file or it is malformed
   */
  public static DataFile read(String path) {
    try (InputStream in = DataFile.class.getResourceAsStream("data/" + path)) {
      if (in == null) {
        throw new IllegalStateException("knowledge data file " + path + " is missing");
      }
      List<String> columns = List.of();
      List<Row> rows = new ArrayList<>();
      try (CsvReader<NamedCsvRecord> reader =
          CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        for (NamedCsvRecord csv : reader) {
          columns = csv.getHeader();
          rows.add(new Row(path, csv));
        }
      }
      return new DataFile(path, List.copyOf(columns), List.copyOf(rows));
    } catch (IOException e) {
      throw new UncheckedIOException("knowledge data file " + path + " cannot be read", e);
    }
  }

  /** The path below the data folder. */
  public String path() {
    return path;
  }

  /** The names of the columns in file order; empty if the file holds no row. */
  public List<String> columns() {
    return columns;
  }

  /** All rows in file order. */
  public List<Row> rows() {
    return rows;
  }

  /** One row, read by column name. */
  public static final class Row {

    private final String path;
    private final NamedCsvRecord csv;

    private Row(String path, NamedCsvRecord csv) {
      this.path = path;
      this.csv = csv;
    }

    /** The text of a cell, trimmed; empty if not reported. */
    public String text(String column) {
      return csv.findField(column)
          .orElseThrow(() -> fault(column, "the column is missing"))
          .strip();
    }

    /** The text of a cell that must not be empty. */
    public String required(String column) {
      String text = text(column);
      if (text.isEmpty()) {
        throw fault(column, "a value is required");
      }
      return text;
    }

    /** Whether the cell holds anything. */
    public boolean has(String column) {
      return !text(column).isEmpty();
    }

    /** The number in a cell that must not be empty. */
    public double number(String column) {
      String text = required(column);
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw fault(column, "\"" + text + "\" is not a number");
      }
    }

    /** The number in a cell, or {@code absent} if the cell is empty. */
    public double number(String column, double absent) {
      return has(column) ? number(column) : absent;
    }

    /** The proportion in a cell that must not be empty, 0 to 1. */
    public double proportion(String column) {
      double number = number(column);
      if (!(number >= 0 && number <= 1)) {
        throw fault(column, number + " is not a proportion from 0 to 1");
      }
      return number;
    }

    /** The proportion in a cell that must not be empty, above 0 and below 1. */
    public double openProportion(String column) {
      double p = proportion(column);
      if (p <= 0 || p >= 1) {
        throw fault(column, p + " must lie between 0 and 1, both exclusive");
      }
      return p;
    }

    /** The interval of the columns {@code lo} and {@code hi}. */
    public Interval interval() {
      double lo = number("lo");
      double hi = number("hi");
      if (!(lo <= hi)) {
        throw fault("lo", lo + " lies above hi " + hi);
      }
      return new Interval(lo, hi);
    }

    /** The items of a cell separated by {@code ;}, each trimmed, empty ones left out. */
    public List<String> list(String column) {
      return Arrays.stream(text(column).split(";"))
          .map(String::strip)
          .filter(item -> !item.isEmpty())
          .toList();
    }

    /**
     * Keeps a value under a key that no row before had.
     *
     * @param column the column that holds the key
     * @throws IllegalStateException naming the column if the map has the key
     */
    public <V> void putOnce(String column, Map<String, V> map, String key, V value) {
      if (map.put(key, value) != null) {
        throw fault(column, key + " occurs twice");
      }
    }

    /** The grade in a cell that must not be empty. */
    public Grade grade(String column) {
      return oneOf(column, Grade.values(), Grade::name);
    }

    /** Whether a cell says {@code yes}; only {@code no} is allowed besides. */
    public boolean flag(String column) {
      return either(column, "yes", "no");
    }

    /** Whether a cell that must not be empty holds the first of the only two words allowed. */
    public boolean either(String column, String word, String other) {
      return oneOf(column, new String[] {word, other}, Function.identity()).equals(word);
    }

    /** The constant whose name a cell spells in small letters with hyphens, as most columns do. */
    public <E extends Enum<E>> E oneOf(String column, E[] values) {
      return oneOf(
          column, values, value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /**
     * The one of some values that a cell, which must not be empty, spells.
     *
     * @param values all that is allowed, in the order in which a fault lists it
     * @param spelling how the data spell a value
     */
    public <E> E oneOf(String column, E[] values, Function<E, String> spelling) {
      return oneOf(column, required(column), values, spelling);
    }

    /** As {@link #oneOf(String, Object[], Function)} for each item of a list that has some. */
    public <E> List<E> eachOf(String column, E[] values, Function<E, String> spelling) {
      required(column);
      return list(column).stream().map(item -> oneOf(column, item, values, spelling)).toList();
    }

    private <E> E oneOf(String column, String text, E[] values, Function<E, String> spelling) {
      for (E value : values) {
        if (spelling.apply(value).equals(text)) {
          return value;
        }
      }
      String allowed = Arrays.stream(values).map(spelling).collect(Collectors.joining(", "));
      throw fault(column, "\"" + text + "\" is none of " + allowed);
    }

    /**
     * What a parser makes of a cell or a part of it.
     *
     * @param text what the parser is given
     * @param parser refuses by an {@link IllegalArgumentException} or {@link
     *     InvalidInputException}, which becomes a fault of this cell
     */
    public <T> T parsed(String column, String text, Function<String, T> parser) {
      try {
        return parser.apply(text);
      } catch (IllegalArgumentException | InvalidInputException e) {
        throw fault(column, String.valueOf(e.getMessage()));
      }
    }

    /** An exception that names file, line, column and what is wrong, for a fault in this row. */
    public IllegalStateException fault(String column, String problem) {
      return new IllegalStateException(place(column) + ": " + problem);
    }

    /** Where a cell of this row stands: file, line and column. */
    public String place(String column) {
      return path + " line " + csv.getStartingLineNumber() + ", " + column;
    }
  }
}
