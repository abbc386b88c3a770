using System.Globalization;
using Karkhana.Core.Errors;
using Karkhana.Core.Tables;

namespace Karkhana.Data.Results.Networks;

/// <summary>Gives the files with which RSiena models how ties change: a matrix per kind and wave, numbers of the actors, and a
/// script that reads them.</summary>
/// <remarks>
/// Rows send and columns receive. 0 is no tie, 1 a tie, 10 a tie that could not be because an actor is not there, NA one that
/// is not known. A text column of the actors becomes the numbers 1, 2, … in the order of its letters; <c>categories.csv</c> says
/// which is which. Cost: the square of the actors, for each matrix. Source: Ripley, Snijders et al., Manual for RSiena, the
/// chapter on data; codes 10 and 11 of structurally fixed ties.
/// </remarks>
public static class SienaFiles
{
    /// <summary>Gives the files.</summary>
    /// <param name="matrices">The matrices, all of the same actors; at least one.</param>
    /// <param name="actors">The actors in the order of the rows; the column <c>id</c> and attributes.</param>
    /// <param name="synthetic">Whether any row is synthetic.</param>
    /// <returns>Name and text of each file.</returns>
    /// <exception cref="ArgumentException">A matrix has another number of actors, or there is none.</exception>
    public static IReadOnlyList<(string Name, string Text)> Of(IReadOnlyList<SienaMatrix> matrices, Table actors, bool synthetic)
    {
        ArgumentNullException.ThrowIfNull(matrices);
        ArgumentNullException.ThrowIfNull(actors);
        Require.That(matrices.Count > 0, nameof(matrices), "must hold at least one wave; there was none");
        Require.That(
            matrices.All(matrix => matrix.Actors == actors.RowCount), nameof(matrices),
            FormattableString.Invariant($"must have a row for each of {actors.RowCount} actors"));
        Dictionary<string, string> names = NamesOf([.. matrices.Select(matrix => matrix.Kind).Distinct(StringComparer.Ordinal)]);
        string FileOf(SienaMatrix matrix) => FormattableString.Invariant($"{names[matrix.Kind]}_wave{matrix.Wave}.txt");
        IEnumerable<(string, string[])> networks = matrices.GroupBy(matrix => matrix.Kind, StringComparer.Ordinal).Select(
            kind => (names[kind.Key], kind.OrderBy(matrix => matrix.Wave).Select(FileOf).ToArray()));
        return
        [
            .. matrices.Select(matrix => (FileOf(matrix), matrix.ToText())),
            ("actors.txt", AttributesOf(actors)),
            ("actors.csv", Csv(Table.Of(
                "actors", Column.Of("row", Enumerable.Range(1, actors.RowCount)), Column.Of("id", actors.Texts("id"))))),
            ("categories.csv", Csv(CategoriesOf(actors))),
            ("read_waves.R", Script([.. networks], synthetic)),
        ];
    }

    /// <summary>Gives each kind a name that is safe in file names and in R: small letters, digits and low lines, a letter first.</summary>
    private static Dictionary<string, string> NamesOf(IReadOnlyList<string> kinds)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (string kind in kinds)
        {
            string safe = string.Concat(kind.ToLowerInvariant().Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign : '_')).Trim('_');
            string name = safe.Length > 0 && char.IsAsciiLetter(safe[0]) ? safe : "kind_" + safe;
            int number = 1;
            while (names.ContainsValue(number == 1 ? name : FormattableString.Invariant($"{name}_{number}")))
            {
                number++;
            }

            names[kind] = number == 1 ? name : FormattableString.Invariant($"{name}_{number}");
        }

        return names;
    }

    private static string AttributesOf(Table actors)
    {
        Column[] attributes = [.. actors.Columns.Where(column => column.Name != "id")];
        IEnumerable<string>[] columns = [.. attributes.Select(NumbersOf)];
        string[][] cells = [.. columns.Select(column => column.ToArray())];
        IEnumerable<string> rows = Enumerable.Range(0, actors.RowCount).Select(
            row => string.Join('\t', cells.Select(column => column[row]).Prepend((row + 1).ToString(CultureInfo.InvariantCulture))));
        return string.Join('\n', rows.Prepend(string.Join('\t', attributes.Select(column => column.Name).Prepend("row")))) + "\n";
    }

    private static IEnumerable<string> NumbersOf(Column column)
    {
        if (column is TextColumn texts)
        {
            string[] levels = LevelsOf(texts);
            return texts.Values.Select(text => text is null ? "NA" : (Array.IndexOf(levels, text) + 1).ToString(CultureInfo.InvariantCulture));
        }

        return Enumerable.Range(0, column.Count).Select(row => column[row] switch
        {
            bool flag => flag ? "1" : "0",
            double number when double.IsNaN(number) => "NA",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => "NA",
        });
    }

    private static string[] LevelsOf(TextColumn texts) => [.. texts.Values.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static Table CategoriesOf(Table actors)
    {
        (string Attribute, int Code, string Label)[] rows = [.. actors.Columns.OfType<TextColumn>().Where(column => column.Name != "id").SelectMany(
            column => LevelsOf(column).Select((label, i) => (column.Name, i + 1, label)))];
        return Table.Of(
            "categories",
            Column.Of("attribute", rows.Select(row => (string?)row.Attribute)),
            Column.Of("code", rows.Select(row => row.Code)),
            Column.Of("label", rows.Select(row => (string?)row.Label)));
    }

    private static string Csv(Table table)
    {
        using StringWriter writer = new(CultureInfo.InvariantCulture);
        CsvTable.Write(table, writer);
        return writer.ToString();
    }

    private static string Script((string Name, string[] Files)[] networks, bool synthetic) => $$"""
        # Reads the waves of ties for RSiena. Run it in this folder: Rscript read_waves.R
        # Rows send (give) and columns receive. 0 no tie, 1 tie, 10 no tie possible (an actor was not there),
        # NA not known (nobody who answered could have told). Values of ties are not used: a tie is there or not.
        {{(synthetic ? "# The firms are SYNTHETIC and say nothing about real ones." : "# actors.csv says which firm each row is: keep it to yourself.")}}
        networks <- list(
        {{string.Join(",\n", networks.Select(network => $"  {network.Name} = c({string.Join(", ", network.Files.Select(file => $"\"{file}\""))})"))}}
        )
        read_wave <- function(file) unname(as.matrix(read.table(file, header = FALSE)))
        waves <- lapply(networks, function(files) simplify2array(lapply(files, read_wave)))
        actors <- read.delim("actors.txt", na.strings = "NA")
        for (name in names(waves)) cat(name, dim(waves[[name]]), sum(waves[[name]] == 1, na.rm = TRUE), "\n")

        if (!requireNamespace("RSiena", quietly = TRUE)) {
          message("RSiena is not installed: the waves were read and no more.")
        } else if (max(lengths(networks)) < 2) {
          message("RSiena needs two waves or more.")
        } else {
          library(RSiena)
          # Networks that were asked in fewer waves than the others cannot stand beside them.
          dependent <- lapply(waves[lengths(networks) == max(lengths(networks))], sienaDependent)
          varying <- Filter(function(x) length(unique(x[!is.na(x)])) > 1, actors[-1])
          data <- do.call(sienaDataCreate, c(dependent, lapply(varying, coCovar)))
          print(data)
        }

        """.ReplaceLineEndings("\n");
}
