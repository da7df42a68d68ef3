package org.wordvec.cli.output;

import java.util.List;
import java.util.Map;
import org.wordvec.cli.output.Report.Column;
import org.wordvec.cli.output.Report.Table;
import org.wordvec.pictures.Markup;

/** Formats tables as HTML. */
public final class TableMarkup {
  private TableMarkup() {}

  /** Returns a table as markup, with its note above. */
  public static String of(Table table) {
    StringBuilder html = new StringBuilder();
    if (!table.note().isEmpty()) {
      html.append("<p class=\"note\">").append(Markup.escaped(table.note())).append("</p>\n");
    }
    html.append("<div class=\"scroll\"><table>\n<thead><tr>");
    for (Column column : table.columns()) {
      html.append("<th scope=\"col\">").append(Markup.escaped(column.name())).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (List<Object> row : table.rows()) {
      html.append("<tr>");
      for (int column = 0; column < row.size(); column++) {
        html.append(cell(row.get(column), table.columns().get(column)));
      }
      html.append("</tr>\n");
    }
    return html.append("</tbody></table></div>\n").toString();
  }

  /** Returns markup for key figures, each in large type above its name. */
  public static String figures(List<Map.Entry<String, String>> figures) {
    StringBuilder html = new StringBuilder("<ul class=\"figures\">\n");
    for (Map.Entry<String, String> figure : figures) {
      html.append("<li><b>")
          .append(Markup.escaped(figure.getValue()))
          .append("</b> <span>")
          .append(Markup.escaped(figure.getKey()))
          .append("</span></li>\n");
    }
    return html.append("</ul>\n").toString();
  }

  private static String cell(Object value, Column column) {
    String text = Markup.escaped(TextTable.text(value, column.decimals()));
    return (value instanceof Number ? "<td class=\"number\">" : "<td>") + text + "</td>";
  }
}
