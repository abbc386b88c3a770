using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Karkhana.Core.Maps;
using Karkhana.Core.Tables;
using Karkhana.Data.Results.Layers;
using Karkhana.Data.Results.Networks;

namespace Karkhana.Data.Results;

/// <summary>A folder of results that is written whole or not at all.</summary>
/// <remarks>
/// Everything goes to a temporary folder beside the target; <see cref="Complete"/> writes the manifest last and moves
/// the folder
/// into place by one rename. A folder without <c>manifest.json</c> is therefore never whole. An older folder of ours is
/// replaced; one that
/// we did not write is refused, so that nothing of the user's is ever deleted.
/// </remarks>
public sealed class ResultsFolder : IDisposable
{
    /// <summary>The name of the file whose presence says that the folder is whole.</summary>
    public const string ManifestName = "manifest.json";

    private const string Partial = ".partial";
    private const string Old = ".old";

    private readonly string _target;
    private readonly ResultsOwner? _owner;
    private readonly string _working;
    private readonly List<ManifestFile> _files = [];
    private bool _complete;

    private ResultsFolder(string target, ResultsOwner? owner)
    {
        (_target, _owner) = (target, owner);
        _working = Path.Combine(Path.GetDirectoryName(target)!, WorkingNameOf(Path.GetFileName(target)));
        Directory.CreateDirectory(_working);
    }

    /// <summary>Starts a folder of results.</summary>
    /// <param name="target">Where it will stand when whole.</param>
    /// <param name="owner">Whose results they are; results of another owner are not replaced. Null replaces those of any.</param>
    /// <returns>The folder; dispose of it to remove what was not completed.</returns>
    /// <exception cref="IOException">The target exists and was not written by Karkhana, or holds results of another owner.</exception>
    public static ResultsFolder Begin(string target, ResultsOwner? owner = null)
    {
        string full = FullPathOf(target);
        ResultsPlace.CheckContents(target, full, owner);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        ClearAway(full);
        return new ResultsFolder(full, owner);
    }

    /// <summary>Refuses a place where results may not go or cannot be written; for a look before work that takes minutes. Nothing is left
    /// there.</summary>
    /// <param name="target">Where results are to stand.</param>
    /// <param name="owner">Whose results they will be; null replaces those of any.</param>
    /// <exception cref="IOException">The target exists and was not written by Karkhana, holds results of another owner, or cannot be
    /// made.</exception>
    public static void Check(string target, ResultsOwner? owner = null)
    {
        string full = FullPathOf(target);
        ResultsPlace.CheckContents(target, full, owner);
        ResultsPlace.CheckWritable(target, full);
    }

    /// <summary>Refuses a place where a single file cannot be written; for a look before the work. Nothing is left there.</summary>
    /// <param name="target">Where the file is to stand.</param>
    /// <exception cref="IOException">The target is a folder, or nothing can be written where it is to stand.</exception>
    public static void CheckFile(string target)
    {
        string full = FullPathOf(target);
        if (Directory.Exists(full))
        {
            throw new IOException($"{target} is a folder; a file is to be written. Choose another with --out.");
        }

        ResultsPlace.CheckWritable(target, full);
    }

    /// <summary>Writes a text file as UTF-8.</summary>
    /// <param name="name">The path within the folder.</param>
    /// <param name="text">The text.</param>
    public void WriteText(string name, string text)
    {
        string path = PathOf(name);
        File.WriteAllText(path, text);
        Record(name, path);
    }

    /// <summary>Lets a writer make a file, such as a PDF.</summary>
    /// <param name="name">The path within the folder.</param>
    /// <param name="write">Gets the full path and writes the file.</param>
    public void WriteFile(string name, Action<string> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        string path = PathOf(name);
        write(path);
        Record(name, path);
    }

    /// <summary>Writes each table as CSV and Parquet below <c>tables</c>, and all into <c>results.duckdb</c>.</summary>
    /// <param name="tables">The tables; names differ.</param>
    /// <param name="cancellationToken">Looked at between tables.</param>
    public void WriteTables(IReadOnlyList<Table> tables, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tables);
        foreach (Table table in tables)
        {
            cancellationToken.ThrowIfCancellationRequested();
            WriteFile($"tables/{table.Name}.csv", path => CsvTable.Write(table, path));
        }

        WriteFile("results.duckdb", database => TableDatabase.Write(
            tables, database, table => PathOf($"tables/{table}.parquet"), cancellationToken));
        foreach (Table table in tables)
        {
            Record($"tables/{table.Name}.parquet", PathOf($"tables/{table.Name}.parquet"));
        }
    }

    /// <summary>Writes the layers of maps: all into <c>layers.gpkg</c> with coordinate system and styles, and each as GeoJSON
    /// with its QGIS style below <c>layers</c>.</summary>
    /// <param name="layers">The layers; names differ. None writes nothing.</param>
    public void WriteLayers(IReadOnlyList<MapLayer> layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        foreach (MapLayer layer in layers)
        {
            WriteFile($"layers/{layer.Name}.geojson", path => GeoJsonFile.Write(layer, path));
            WriteText($"layers/{layer.Name}.qml", LayerStyle.Qml(layer));
        }

        if (layers.Count > 0)
        {
            WriteFile("layers.gpkg", path => GeoPackageFile.Write(layers, path));
        }
    }

    /// <summary>Writes a network, with all attributes of nodes and ties.</summary>
    /// <param name="name">The path within the folder, without ending.</param>
    /// <param name="network">The network.</param>
    /// <param name="formats">How; <see cref="NetworkFormat.RSiena"/> needs waves and is not written here.</param>
    public void WriteNetwork(string name, NetworkTables network, IReadOnlyList<NetworkFormat> formats)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(formats);
        if (formats.Contains(NetworkFormat.GraphMl))
        {
            WriteStream($"{name}.graphml", stream => GraphMlFile.Write(network, stream));
        }

        if (formats.Contains(NetworkFormat.Gexf))
        {
            WriteStream($"{name}.gexf", stream => GexfFile.Write(network, stream));
        }

        if (formats.Contains(NetworkFormat.Csv))
        {
            WriteFile($"{name}_nodes.csv", path => CsvTable.Write(network.Nodes, path));
            WriteFile($"{name}_ties.csv", path => CsvTable.Write(network.Ties, path));
        }
    }

    /// <summary>Writes the manifest and moves the folder into place.</summary>
    /// <param name="manifest">What made the results; the list of files is added.</param>
    public void Complete(Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        File.WriteAllText(
            Path.Combine(_working, ManifestName),
            (manifest with
            {
                Command = _owner?.Command ?? manifest.Command,
                Outputs = [.. _files.OrderBy(file => file.Name, StringComparer.Ordinal)],
            }).ToJson());
        string old = _working + Old;
        if (Directory.Exists(_target))
        {
            Directory.Move(_target, old);
        }

        Directory.Move(_working, _target);
        _complete = true;
        if (Directory.Exists(old))
        {
            Directory.Delete(old, recursive: true);
        }
    }

    /// <summary>Removes what was not completed.</summary>
    public void Dispose()
    {
        if (!_complete && Directory.Exists(_working))
        {
            Directory.Delete(_working, recursive: true);
        }
    }

    // Beside the target, named so that what a killed run leaves is known as such and cleared away.
    internal static string WorkingNameOf(string name) => FormattableString.Invariant($".{name}.{Environment.ProcessId}{Partial}");

    private static string FullPathOf(string target) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));

    // What runs left behind that were killed: older results that were about to be replaced are put back, the rest is
    // removed.
    private static void ClearAway(string target)
    {
        string parent = Path.GetDirectoryName(target)!;
        foreach (string left in Directory.EnumerateDirectories(parent, $".{Path.GetFileName(target)}.*"))
        {
            string[] parts = Path.GetFileName(left).Split('.');
            bool isOld = left.EndsWith(Partial + Old, StringComparison.Ordinal);
            string? process = isOld ? parts[^3] : left.EndsWith(Partial, StringComparison.Ordinal) ? parts[^2] : null;
            if (!int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out int id) || IsRunning(id))
            {
                continue;
            }

            if (isOld && !Directory.Exists(target))
            {
                Directory.Move(left, target);
            }
            else
            {
                Directory.Delete(left, recursive: true);
            }
        }
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using Process found = Process.GetProcessById(process);
            return process != Environment.ProcessId;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private void WriteStream(string name, Action<Stream> write) => WriteFile(name, path =>
    {
        using FileStream stream = File.Create(path);
        write(stream);
    });

    private string PathOf(string name)
    {
        string path = Path.Combine(_working, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    private void Record(string name, string path)
    {
        using FileStream stream = File.OpenRead(path);
        _files.Add(new ManifestFile(name, Convert.ToHexStringLower(SHA256.HashData(stream)), stream.Length));
    }
}
