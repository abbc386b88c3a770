using System.Globalization;
using Karkhana.Core.Documents;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Data.Results;
using Karkhana.Diagnosis;
using Karkhana.Diagnosis.Sections;
using Karkhana.Reporting;
using Karkhana.Scenarios.Programme;

namespace Karkhana.Scenarios;

/// <summary>Writes a scenario study: report, tables, figures, documents, database and manifest, whole or not at all.</summary>
public static class ScenarioWriter
{
    /// <summary>The command whose results these are: those of another are not replaced.</summary>
    public const string Command = "simulate";

    /// <summary>Writes the folder.</summary>
    /// <param name="findings">What the diagnosis found.</param>
    /// <param name="result">The result.</param>
    /// <param name="seconds">The time of each stage of the diagnosis, for the manifest.</param>
    /// <param name="folder">Where to write; results of an earlier run of ours are replaced.</param>
    /// <param name="cancellationToken">Stops the writing; nothing is left then.</param>
    /// <returns>The report that was written.</returns>
    /// <exception cref="IOException">The folder holds something else, or results of another study or command.</exception>
    public static Report Write(
        Findings findings, PolicyStudyResult result, IReadOnlyDictionary<string, double> seconds, string folder,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(seconds);
        TextCatalogue texts = TextCatalogue.Load();
        ProgrammeDocuments documents = new(findings, result);
        Table[] kept = [.. ScenarioTables.Of(result).Concat(documents.Tables).Select(table => DiagnosisReport.Marked(table, findings.Study.IsSynthetic))];
        IReadOnlyList<Table> tables = [.. kept, DictionarySection.Describe(kept)];
        Report report = ScenarioReport.Compose(findings, result, tables);
        using ResultsFolder results = ResultsFolder.Begin(folder, new ResultsOwner(findings.Study.Settings.Name, Command));
        results.WriteTables(tables, cancellationToken);
        foreach (FigureBlock figure in report.Sections.SelectMany(section => section.Blocks).OfType<FigureBlock>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            results.WriteText($"figures/{figure.Id}.svg", SvgFigure.Render(figure, texts, report.Synthetic));
        }

        foreach ((string name, Report document) in documents.All)
        {
            results.WriteText($"documents/{name}.html", HtmlReport.Render(document, texts));
            results.WriteText($"documents/{name}.md", MarkdownReport.Render(document, texts));
        }

        results.WriteText("report.html", HtmlReport.Render(report, texts));
        cancellationToken.ThrowIfCancellationRequested();
        results.Complete(new Manifest(
            findings.Study.Settings.Name, findings.Study.IsSynthetic, Provenance.LibraryVersion, result.Simulation.Options.Seed ?? findings.Seed,
            OptionsOf(findings, result.Simulation),
            [.. findings.Study.Files.Select(file => new ManifestFile(
                file.Name, file.Sha256, new FileInfo(Path.Combine(findings.Study.Settings.Folder, file.Name)).Length))],
            [],
            seconds.Concat(result.Seconds).GroupBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Sum(one => one.Value))));
        return report;
    }

    private static Dictionary<string, string> OptionsOf(Findings findings, PolicySimulationResult simulation)
    {
        PolicySimulationOptions options = simulation.Options;
        string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
        string Ids(IReadOnlyList<string> ids) => ids.Count == 0 ? "not asked" : string.Join(' ', ids);
        return new Dictionary<string, string>(findings.Options)
        {
            ["policies"] = Text(simulation.Comparison.Effects.Count),
            ["replicates"] = Text(options.Replicates),
            ["parameter_draws"] = Text(simulation.Parameters.Parameters.Count),
            ["horizon"] = Text(options.Model.Horizon),
            ["burn_in"] = Text(options.Model.BurnIn),
            ["calibrated"] = simulation.Calibration is null ? "no" : Text(options.Search.Particles),
            ["hold_out"] = options.HoldOut ?? "none",
            ["budget"] = options.Budget is double budget ? Text(budget) : "not asked",
            ["pairs"] = Ids(options.Pairs),
            ["factorial"] = Ids(options.Factorial),
            ["currency"] = simulation.Currency,
        };
    }
}
