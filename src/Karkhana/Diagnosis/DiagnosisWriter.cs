using Karkhana.Core.Documents;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Data.Results;
using Karkhana.Data.Results.Networks;
using Karkhana.Diagnosis.NetworkFiles;
using Karkhana.Diagnosis.Plans;
using Karkhana.Replication;
using Karkhana.Reporting;

namespace Karkhana.Diagnosis;

/// <summary>Writes a diagnosis: report, tables, figures, database and manifest, whole or not at all.</summary>
public static class DiagnosisWriter
{
    /// <summary>The command whose results these are: those of another are not replaced.</summary>
    public const string Command = "diagnose";

    private const string ReportName = "report.html";

    /// <summary>Writes the folder.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="seconds">The time of each stage, for the manifest.</param>
    /// <param name="folder">Where to write; results of an earlier run of ours are replaced.</param>
    /// <param name="replication">Whether to write the folder <c>r</c>: data and scripts that repeat the estimates in R.</param>
    /// <param name="pdf">Whether to print the report to PDF as well; needs a Chromium.</param>
    /// <param name="cancellationToken">Stops the writing; nothing is left then.</param>
    /// <returns>The report that was written.</returns>
    /// <exception cref="IOException">The folder holds something else, or results of another study or command, or no Chromium was found for the PDF.</exception>
    public static Report Write(
        Findings findings,
        IReadOnlyDictionary<string, double> seconds,
        string folder,
        bool replication = false,
        bool pdf = false,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(findings);
        TextCatalogue texts = TextCatalogue.Load();
        ProgrammePlan plan = ProgrammePlan.Of(findings);
        IReadOnlyList<Table> tables = DiagnosisReport.Tables(findings, plan);
        Report report = DiagnosisReport.Compose(findings, tables);
        using ResultsFolder results = ResultsFolder.Begin(folder, new ResultsOwner(findings.Study.Settings.Name, Command));
        results.WriteTables(tables, cancellationToken);
        results.WriteLayers(StudyLayers.Of(findings));
        if (PublishedNetwork.Of(findings) is { } network)
        {
            results.WriteNetwork(PublishedNetwork.Name, network, [NetworkFormat.GraphMl, NetworkFormat.Gexf, NetworkFormat.Csv]);
        }

        foreach (FigureBlock figure in report.Sections.SelectMany(section => section.Blocks).OfType<FigureBlock>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            results.WriteText($"figures/{figure.Id}.svg", SvgFigure.Render(figure, texts, report.Synthetic));
        }

        foreach ((string name, Report document) in plan.Documents(findings))
        {
            results.WriteText($"plan/{name}.md", MarkdownReport.Render(document, texts));
        }

        if (replication)
        {
            ReplicationFolder.Write(findings, results, cancellationToken);
        }

        results.WriteText(ReportName, HtmlReport.Render(report, texts));
        if (pdf)
        {
            results.WriteFile("report.pdf", path => PdfPrinter
                .Print(Path.Combine(Path.GetDirectoryName(path)!, ReportName), path, cancellationToken).GetAwaiter().GetResult());
        }

        cancellationToken.ThrowIfCancellationRequested();
        results.Complete(new Manifest(
            findings.Study.Settings.Name,
            findings.Study.IsSynthetic,
            Provenance.LibraryVersion,
            findings.Seed,
            findings.Options,
            [.. findings.Study.Files.Select(file => new ManifestFile(
                file.Name, file.Sha256, new FileInfo(Path.Combine(findings.Study.Settings.Folder, file.Name)).Length))],
            [],
            seconds));
        return report;
    }
}
