using System.Globalization;
using System.Text;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Data.Results;
using Karkhana.Diagnosis;
using Karkhana.Learning;

namespace Karkhana.Replication;

/// <summary>Writes what a researcher needs to repeat the estimates of a diagnosis in R: the folder <c>r</c> of the results.</summary>
/// <remarks>
/// No names and no ids: firms are numbered, and positions are in kilometres from the mean of the sample, since Conley's errors need
/// distances. Plausible values are not kept by the estimation: they have addresses and are drawn once more. Cost: that of the draws of all
/// equations, and some 1 MB of text per ten equations, 250 firms and 20 draws.
/// </remarks>
public static class ReplicationFolder
{
    /// <summary>Writes the folder; nothing where the study allowed no estimate.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="results">The folder of the results.</param>
    /// <param name="cancellationToken">Looked at between groups of equations.</param>
    public static void Write(Findings findings, ResultsFolder results, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(results);
        (string, ulong, bool) study = (findings.Study.Settings.Name, findings.Seed, findings.Study.IsSynthetic);
        if (findings.Integration is not { } integration)
        {
            Write(null, [], [.. GrowthScript.Of(findings.Growth)], study, results, cancellationToken);
            return;
        }

        SampleTables tables = new(LearningPaths.WithIndices(integration.Sample, findings.Matrix));
        EquationGroup[] groups =
        [
            .. EquationGroup.All(findings.Regressions, integration.Account, integration.Hypotheses, integration.Paths),
            .. EquationGroup.Further(integration.Comparison, integration.Mediation, integration.Moderation, integration.Knowledge?.Capability),
        ];
        Write(tables, groups, [.. Models(findings, integration, tables, groups)], study, results, cancellationToken);
    }

    internal static void Write(
        SampleTables? tables,
        IReadOnlyList<EquationGroup> groups,
        IReadOnlyList<ModelScript> models,
        (string Name, ulong Seed, bool Synthetic) study,
        ResultsFolder results,
        CancellationToken cancellationToken)
    {
        ModelScript[] there = [.. models.Where(model => model.Body.Length > 0)];
        if (groups.Count + there.Length == 0)
        {
            return;
        }

        foreach (EquationGroup group in groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            WriteGroup(tables!, group, study, results);
        }

        foreach (ModelScript model in there)
        {
            foreach ((string file, Table table) in model.Files)
            {
                WriteTable(results, $"r/{file}", table, study.Synthetic);
            }

            results.WriteText($"r/{model.Name}.R", Head(model.Title, study) + model.Body);
        }

        if (tables is not null)
        {
            WriteTable(results, "r/firms.csv", tables.Firms(), study.Synthetic);
            WriteTable(results, "r/variables.csv", tables.Variables(), study.Synthetic);
        }

        (string Name, string Title)[] scripts = [.. groups.Select(group => (group.Name, group.Title)), .. there.Select(model => (model.Name, model.Title))];
        results.WriteText("r/karkhana.R", Banner(study.Synthetic, "# ") + EmbeddedText.Of("karkhana.R"));
        results.WriteText("r/run-all.R", Banner(study.Synthetic, "# ") + RunAll(scripts.Select(script => script.Name)));
        results.WriteText("r/README.md", Readme(scripts, models, study));
    }

    // Residuals come last: their script names variables of all equations.
    private static IEnumerable<ModelScript> Models(Findings findings, IntegrationFindings integration, SampleTables tables, EquationGroup[] groups) =>
    [
        MultilevelScript.Of(tables, integration.Places.Equations),
        MatchingScript.Of(tables, integration.Comparison, groups.FirstOrDefault(group => group.Comparison is not null)),
        RoleScript.Of(tables, integration.Knowledge),
        TieScript.Of(integration.Knowledge),
        PeerScript.Of(integration.Sample, integration.Knowledge, findings.Gate.Allows("peer-effects")),
        .. GrowthScript.Of(findings.Growth),
        ResidualScript.Of(
            tables, integration.Places.Residuals,
            [.. groups.SelectMany(group => group.Equations.Select(equation => equation.Fit)), .. findings.Regressions?.Equations ?? [], .. integration.Account.Equations, .. integration.Hypotheses.Equations]),
        ModelScript.Missing("spatial_lag", "Spatial lag and spatial error", "a diagnosis estimates no such model: it lets errors depend on distance (Conley) and tests residuals (`residual_dependence`); the measures `econometrics.spatial-lag-regression` and `econometrics.spatial-error-regression` do"),
        ModelScript.Missing("programme_evaluation", "Event study of a programme", "a diagnosis knows no date from which firms took part; the library's `ProgrammeEvaluation` and the measure `econometrics.staggered-event-study` do"),
    ];

    private static void WriteGroup(SampleTables tables, EquationGroup group, (string Name, ulong Seed, bool Synthetic) study, ResultsFolder results)
    {
        (string, IReadOnlyList<int>, EquationValues)[] values =
            [.. group.Equations.Select(entry => (entry.Name, entry.Fit.Firms, EquationValues.Of(tables.Sample, entry.Fit)))];
        foreach ((_, _, EquationValues own) in values)
        {
            tables.Add(own);
        }

        Table? draws = tables.PlausibleValues(values);
        if (draws is not null)
        {
            WriteTable(results, $"r/{group.Name}.csv", draws, study.Synthetic);
        }

        results.WriteText($"r/{group.Name}.R", Script(group, tables.Names, draws is not null, tables.Sample.Weights.Count > 0, study));
    }

    private static string Script(
        EquationGroup group, NamesInR names, bool drawn, bool weighted, (string Name, ulong Seed, bool Synthetic) study)
    {
        EquationText equations = new(names, drawn);
        StringBuilder text = new(Head(group.Title, study));
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
        return text.Append(CultureInfo.InvariantCulture, $"\nfinish(\"{group.Name}\", {group.Equations.Count})\n").ToString();
    }

    private static string Head(string title, (string Name, ulong Seed, bool Synthetic) study) => string.Create(
        CultureInfo.InvariantCulture, $"{Banner(study.Synthetic, "# ")}# {title}.\n# Study {study.Name}, seed {study.Seed}, Karkhana {Provenance.LibraryVersion}.\n\n");

    private static string RunAll(IEnumerable<string> scripts) =>
        $"# Runs all scripts, each on its own, and stops at the first that finds something else than Karkhana.\nfor (script in c(\n{string.Join(",\n", scripts.Select(script => $"  \"{script}.R\""))})) {{\n  source(script, local = new.env(parent = globalenv()))\n}}\n";

    private static string Readme(
        (string Name, string Title)[] scripts, IReadOnlyList<ModelScript> models, (string Name, ulong Seed, bool Synthetic) study)
    {
        string[] missing = [.. models.Where(model => model.Body.Length == 0).Select(model => $"| {model.Title} | {model.Reason.Replace('\n', ' ')} |")];
        return EmbeddedText.Of("r-readme.md")
            .Replace("{banner}", Banner(study.Synthetic, "**", "**\n"), StringComparison.Ordinal)
            .Replace("{version}", Provenance.LibraryVersion, StringComparison.Ordinal)
            .Replace("{study}", study.Name, StringComparison.Ordinal)
            .Replace("{seed}", study.Seed.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{scripts}", string.Join('\n', scripts.Select(script => $"| `{script.Name}.R` | {script.Title} |")), StringComparison.Ordinal)
            .Replace("{missing}", string.Join('\n', missing), StringComparison.Ordinal);
    }

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

    private static string Banner(bool synthetic, string before, string after = "\n") =>
        synthetic ? $"{before}SYNTHETIC DATA: these firms are invented; the numbers say nothing about real ones.{after}" : "";
}
