using System.Globalization;
using System.Text;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Data.Results;
using Karkhana.Diagnosis;
using Karkhana.Learning;

namespace Karkhana.Replication;

/// <summary>Writes what a researcher needs to repeat the estimates of a diagnosis in R: the folder <c>r</c> of the results.</summary>
/// <remarks>
/// No names of firms; ids as in the tables of the results. Positions are in kilometres from the mean of the sample, since Conley's errors need
/// distances. Plausible values are not kept by the estimation: they have addresses and are drawn once more. Cost: that of the draws of all
/// equations, and some 1 MB of text per ten equations, 250 firms and 20 draws.
/// </remarks>
public static class ReplicationFolder
{
    private const string Digits = "G7";
    private const double MetresPerKilometre = 1000;

    /// <summary>Writes the folder; nothing where the study allowed no equation.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="results">The folder of the results.</param>
    /// <param name="cancellationToken">Looked at between groups of equations.</param>
    public static void Write(Findings findings, ResultsFolder results, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(results);
        if (findings.Integration is not { } integration)
        {
            return;
        }

        Write(
            integration.Sample,
            [
                .. EquationGroup.All(findings.Regressions, integration.Account, integration.Hypotheses),
                .. EquationGroup.Further(integration.Comparison, integration.Mediation, integration.Moderation, integration.Knowledge?.Capability),
            ],
            (findings.Study.Settings.Name, findings.Seed, findings.Study.IsSynthetic),
            results,
            cancellationToken);
    }

    internal static void Write(
        LearningSample sample,
        IReadOnlyList<EquationGroup> groups,
        (string Name, ulong Seed, bool Synthetic) study,
        ResultsFolder results,
        CancellationToken cancellationToken)
    {
        if (groups.Count == 0)
        {
            return;
        }

        NamesInR names = new();
        Dictionary<string, double[]> variables = new(StringComparer.Ordinal);
        foreach (EquationGroup group in groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            EquationValues[] values = [.. group.Equations.Select(entry => EquationValues.Of(sample, entry.Fit))];
            foreach ((string name, double[] observed) in values.SelectMany(value => value.Observed))
            {
                names.Of(name);
                variables[name] = observed;
            }

            bool drawn = values.Any(value => value.Draws.Count > 0);
            if (drawn)
            {
                WriteTable(results, $"r/{group.Name}.csv", PlausibleValues(sample, group, values, names), study.Synthetic);
            }

            results.WriteText($"r/{group.Name}.R", Script(group, names, drawn, sample.Weights.Count > 0, study));
        }

        WriteTable(results, "r/firms.csv", Firms(sample, variables, names), study.Synthetic);
        WriteTable(results, "r/variables.csv", Table.Of(
            "variables",
            Column.Of("variable", names.All.Select(pair => (string?)pair.InR)),
            Column.Of("name_in_results", names.All.Select(pair => (string?)pair.Own))), study.Synthetic);
        results.WriteText("r/karkhana.R", Banner(study.Synthetic, "# ") + Embedded("karkhana.R"));
        results.WriteText("r/run-all.R", Banner(study.Synthetic, "# ") + RunAll(groups));
        results.WriteText("r/README.md", Embedded("r-readme.md")
            .Replace("{banner}", Banner(study.Synthetic, "**", "**\n"), StringComparison.Ordinal)
            .Replace("{version}", Provenance.LibraryVersion, StringComparison.Ordinal)
            .Replace("{study}", study.Name, StringComparison.Ordinal)
            .Replace("{seed}", study.Seed.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
    }

    private static Table PlausibleValues(LearningSample sample, EquationGroup group, EquationValues[] values, NamesInR names)
    {
        string[] measured = [.. values.SelectMany(value => value.Measured).Distinct()];
        List<(string Equation, int Draw, string Firm)> rows = [];
        List<double>[] columns = [.. measured.Select(_ => new List<double>())];
        for (int equation = 0; equation < values.Length; equation++)
        {
            (string name, LearningFit fit) = group.Equations[equation];
            for (int draw = 0; draw < values[equation].Draws.Count; draw++)
            {
                IReadOnlyDictionary<string, double[]> drawn = values[equation].Draws[draw];
                rows.AddRange(fit.Firms.Select(firm => (name, draw + 1, IdOf(sample, firm))));
                for (int column = 0; column < measured.Length; column++)
                {
                    columns[column].AddRange(drawn.TryGetValue(measured[column], out double[]? own)
                        ? own.Select(Rounded) : Enumerable.Repeat(double.NaN, fit.Firms.Count));
                }
            }
        }

        return Table.Of("plausible_values",
        [
            Column.Of("equation", rows.Select(row => (string?)row.Equation)),
            Column.Of("draw", rows.Select(row => row.Draw)),
            Column.Of("firm", rows.Select(row => (string?)row.Firm)),
            .. measured.Select((name, column) => Column.Of(names.Of(name), columns[column])),
        ]);
    }

    private static Table Firms(LearningSample sample, Dictionary<string, double[]> variables, NamesInR names)
    {
        IEnumerable<Column> positions = sample.Points.Count == 0 ? [] :
        [
            Column.Of("x_km", Centred([.. sample.Points.Select(point => point.X)])),
            Column.Of("y_km", Centred([.. sample.Points.Select(point => point.Y)])),
        ];
        return Table.Of("firms",
        [
            Column.Of("firm", Enumerable.Range(0, sample.Firms.Count).Select(firm => (string?)IdOf(sample, firm))),
            Column.Of("place", sample.Places.Select(place => (string?)place)),
            .. positions,
            .. sample.Weights.Count == 0 ? Array.Empty<Column>() : [Column.Of("weight", sample.Weights)],
            .. names.All.Select(pair => Column.Of(pair.InR, variables[pair.Own])),
        ]);
    }

    private static double[] Centred(double[] metres)
    {
        double mean = Sums.Mean(metres);
        return [.. metres.Select(value => (value - mean) / MetresPerKilometre)];
    }

    private static string Script(
        EquationGroup group, NamesInR names, bool drawn, bool weighted, (string Name, ulong Seed, bool Synthetic) study)
    {
        EquationText equations = new(names, drawn);
        StringBuilder text = new(Banner(study.Synthetic, "# "));
        text.Append(CultureInfo.InvariantCulture, $"# {group.Title}.\n# Study {study.Name}, seed {study.Seed}, Karkhana {Provenance.LibraryVersion}.\n\n");
        text.Append("source(\"karkhana.R\")\nfirms <- read_firms()\n");
        if (drawn)
        {
            text.Append(CultureInfo.InvariantCulture, $"plausible <- read_table(\"{group.Name}.csv\")\n");
        }

        foreach ((string name, LearningFit fit) in group.Equations)
        {
            text.Append('\n').Append(equations.Of(name, fit));
        }

        if (group.Paths.Count > 0)
        {
            text.Append('\n').Append(new PathText(group, equations, names, weighted).All());
        }

        text.Append(new FurtherText(group, equations, names, drawn).All());
        return text.Append(CultureInfo.InvariantCulture, $"\ncat(\"{group.Name}: {group.Equations.Count} equations agree\\n\")\n").ToString();
    }

    private static string RunAll(IReadOnlyList<EquationGroup> groups) =>
        $"# Runs all scripts, each on its own, and stops at the first that finds something else than Karkhana.\nfor (script in c(\n{string.Join(",\n", groups.Select(group => $"  \"{group.Name}.R\""))})) {{\n  source(script, local = new.env(parent = globalenv()))\n}}\n";

    private static void WriteTable(ResultsFolder results, string name, Table table, bool synthetic)
    {
        Table written = synthetic
            ? Table.Of(table.Name, [.. table.Columns, Column.Of("synthetic", Enumerable.Repeat(true, table.RowCount))])
            : table;
        results.WriteFile(name, path =>
        {
            using StreamWriter writer = new(path);
            CsvTable.Write(written, writer);
        });
    }

    private static string IdOf(LearningSample sample, int firm) => sample.Scores.FirmIds[sample.Firms[firm]];

    // Many draws of many scores: digits beyond those that the checks compare would double the files.
    private static double Rounded(double value) =>
        double.Parse(value.ToString(Digits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Banner(bool synthetic, string before, string after = "\n") =>
        synthetic ? $"{before}SYNTHETIC DATA: these firms are invented; the numbers say nothing about real ones.{after}" : "";

    private static string Embedded(string name)
    {
        using Stream stream = typeof(ReplicationFolder).Assembly.GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
