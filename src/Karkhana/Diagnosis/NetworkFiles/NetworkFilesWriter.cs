using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Data.Results;
using Karkhana.Data.Results.Networks;
using Karkhana.Data.Studies;

namespace Karkhana.Diagnosis.NetworkFiles;

/// <summary>Writes the ties of a study for other programs. The files hold the ids of firms at both ends of each tie: they are
/// for the owner of the study, never for publication.</summary>
public static class NetworkFilesWriter
{
    /// <summary>The command whose results these are: those of another are not replaced.</summary>
    public const string Command = "network";

    /// <summary>The most firms for which matrices are written: they grow with the square.</summary>
    public const int MostInMatrices = 2000;

    /// <summary>Writes the ties into a folder, whole or not at all.</summary>
    /// <remarks>
    /// Ties among firms of the register, once per kind and wave with the greatest value that was reported. Cost: ties, and for
    /// RSiena the square of the firms.
    /// </remarks>
    /// <param name="study">The study.</param>
    /// <param name="folder">Where to write; files of an earlier run of ours are replaced.</param>
    /// <param name="options">Kind and formats.</param>
    /// <param name="cancellationToken">Stops the writing; nothing is left then.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="ArgumentException">There are no ties of this kind, or more firms than matrices for RSiena, asked for
    /// alone, should hold.</exception>
    /// <exception cref="IOException">The folder holds something else, or results of another study or command.</exception>
    public static NetworkFilesResult Write(
        Study study, string folder, NetworkFilesOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(study);
        options ??= new NetworkFilesOptions();
        OwnersNetwork network = OwnersNetwork.Of(study, options.Kind);
        NetworkTables tables = network.ToTables();
        bool asked = options.Formats.Contains(NetworkFormat.RSiena);
        bool matrices = asked && network.Firms.Length <= MostInMatrices;
        Require.That(
            matrices || !asked || options.Formats.Count > 1, "study",
            FormattableString.Invariant($"must have at most {MostInMatrices} firms in the network for RSiena; it has {network.Firms.Length}"));
        using ResultsFolder results = ResultsFolder.Begin(folder, new ResultsOwner(study.Settings.Name, Command));
        results.WriteNetwork("network", tables, options.Formats);
        foreach ((string name, string text) in matrices ? SienaFiles.Of(WaveMatrices.Of(network), ActorsOf(tables.Nodes), study.IsSynthetic) : [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            results.WriteText($"rsiena/{name}", text);
        }

        cancellationToken.ThrowIfCancellationRequested();
        results.Complete(new Manifest(
            study.Settings.Name, study.IsSynthetic, Provenance.LibraryVersion, study.Settings.Seed,
            new Dictionary<string, string> { ["kind"] = options.Kind ?? "all", ["formats"] = string.Join(' ', options.Formats.Select(format => Words.Of(format))) },
            [.. study.Files.Select(file => new ManifestFile(
                file.Name, file.Sha256, new FileInfo(Path.Combine(study.Settings.Folder, file.Name)).Length))],
            [],
            new Dictionary<string, double>()));
        return new NetworkFilesResult(
            network.Firms.Length, network.Ties.Count, network.Reports.Kinds, network.Reports.Waves, network.WithParties, asked && !matrices);
    }

    // Where firms stand and that they are invented are no covariates.
    private static Table ActorsOf(Table nodes) => Table.Of(
        "actors", [.. nodes.Columns.Where(column => column.Name is not ("latitude" or "longitude" or "synthetic"))]);
}
