using System.Security.Cryptography;
using Karkhana.Core.Documents;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Data.Results;
using Karkhana.Data.Studies;
using Karkhana.Learning;
using Karkhana.Reporting;

namespace Karkhana.Diagnosis;

/// <summary>Writes a diagnosis: report, tables, figures, database and manifest, whole or not at all.</summary>
public static class DiagnosisWriter
{
    /// <summary>Writes the folder.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="seconds">The time of each stage, for the manifest.</param>
    /// <param name="folder">Where to write; results of an earlier run of ours are replaced.</param>
    /// <param name="pdf">Whether to print the report to PDF as well; needs a Chromium.</param>
    /// <param name="cancellationToken">Stops the writing; nothing is left then.</param>
    /// <exception cref="IOException">The folder holds something else, or no Chromium was found for the PDF.</exception>
    public static void Write(
        Findings findings,
        IReadOnlyDictionary<string, double> seconds,
        string folder,
        bool pdf = false,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(findings);
        TextCatalogue texts = TextCatalogue.Load();
        Report report = DiagnosisReport.Compose(findings);
        IReadOnlyList<Table> tables = DiagnosisReport.Tables(findings);
        using ResultsFolder results = ResultsFolder.Begin(folder);
        results.WriteTables(tables, cancellationToken);
        foreach (FigureBlock figure in report.Sections.SelectMany(section => section.Blocks).OfType<FigureBlock>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            results.WriteText($"figures/{figure.Id}.svg", SvgFigure.Render(figure, texts, report.Synthetic));
        }

        string html = HtmlReport.Render(report, texts);
        results.WriteFile("report.html", path =>
        {
            File.WriteAllText(path, html);
            if (pdf)
            {
                string printed = Path.Combine(Path.GetDirectoryName(path)!, "report.pdf");
                PdfPrinter.Print(path, printed, cancellationToken).GetAwaiter().GetResult();
            }
        });
        if (pdf)
        {
            results.WriteFile("report.pdf", _ => { });
        }

        cancellationToken.ThrowIfCancellationRequested();
        results.Complete(new Manifest(
            findings.Study.Settings.Name,
            findings.Study.IsSynthetic,
            Provenance.LibraryVersion,
            findings.Seed,
            findings.Options,
            [.. Inputs(findings.Study)],
            [],
            seconds));
    }

    // What was read, and the study's own matrix where it has one: both decide the results.
    private static IEnumerable<ManifestFile> Inputs(Study study)
    {
        foreach (StudyFile file in study.Files)
        {
            long bytes = new FileInfo(Path.Combine(study.Settings.Folder, file.Name)).Length;
            yield return new ManifestFile(file.Name, file.Sha256, bytes);
        }

        string matrix = Path.Combine(study.Settings.Folder, ChannelMatrix.FileName);
        if (File.Exists(matrix))
        {
            byte[] text = File.ReadAllBytes(matrix);
            yield return new ManifestFile(ChannelMatrix.FileName, Convert.ToHexStringLower(SHA256.HashData(text)), text.Length);
        }
    }
}
