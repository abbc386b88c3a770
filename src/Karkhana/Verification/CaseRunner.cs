using System.Text.Json;
using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Measures;
using Karkhana.Data.Files;
using Karkhana.Requests;

namespace Karkhana.Verification;

/// <summary>Runs reference cases: any case of the format, without code for any one of them.</summary>
/// <param name="registry">The measures that are known.</param>
public sealed class CaseRunner(MeasureRegistry registry)
{
    private readonly Dictionary<string, CellTable> _tables = new(StringComparer.Ordinal);

    /// <summary>Gets or sets a value indicating whether checks of unknown measures are skipped instead of
    /// failed.</summary>
    public bool SkipUnknown { get; set; }

    /// <summary>Finds the cases below files and folders: JSON files that hold <c>checks</c>.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <returns>The files, in the order of their names.</returns>
    /// <exception cref="FileNotFoundException">A path does not exist.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        List<string> files = [];
        foreach (string path in paths)
        {
            if (Directory.Exists(path))
            {
                files.AddRange(Directory.EnumerateFiles(
                    path, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
            }
            else if (File.Exists(path))
            {
                files.Add(path);
            }
            else
            {
                throw new FileNotFoundException($"There is no file or folder {path}.", path);
            }
        }

        return files;
    }

    /// <summary>Runs all checks of a case.</summary>
    /// <param name="file">The case.</param>
    /// <param name="execution">Workers.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>One result per check.</returns>
    public IEnumerable<CheckResult> Run(
        string file, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        using JsonDocument document = Parse(file);
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("checks", out JsonElement checks))
        {
            yield return new CheckResult(file, 1, "", CheckOutcome.Failed, "the file holds no checks");
            yield break;
        }

        string id = root.TryGetProperty("id", out JsonElement given) ? given.GetString()! : Path.GetFileNameWithoutExtension(file);
        Func<string, CellTable> tables = TablesOf(root, file);
        int number = 0;
        foreach (JsonElement check in checks.EnumerateArray())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Check(id, ++number, check, tables, execution, cancellationToken);
        }
    }

    private static JsonDocument Parse(string file)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(file));
        }
        catch (JsonException)
        {
            return JsonDocument.Parse("{}");
        }
    }

    /// <summary>Tables lie beside the folder of the case's discipline: the path is relative to an ancestor that has
    /// it.</summary>
    private Func<string, CellTable> TablesOf(JsonElement root, string file) => name =>
    {
        string relative = root.TryGetProperty("data", out JsonElement data) && data.TryGetProperty(name, out JsonElement path)
            ? path.GetString()!
            : throw new ArgumentException($"The case names no table {name} in data.", nameof(root));
        for (DirectoryInfo? folder = Directory.GetParent(Path.GetFullPath(file)); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, relative);
            if (File.Exists(candidate))
            {
                return Load(candidate);
            }
        }

        throw new FileNotFoundException($"The table {relative} is not beside the case.", relative);
    };

    private CellTable Load(string path)
    {
        if (!_tables.TryGetValue(path, out CellTable? table))
        {
            table = CellTableReader.Read(path);
            _tables.Add(path, table);
        }

        return table;
    }

    private CheckResult Check(
        string id,
        int number,
        JsonElement check,
        Func<string, CellTable> tables,
        ExecutionOptions? execution,
        CancellationToken cancellationToken)
    {
        string name = check.GetProperty("measure").GetString()!;
        if (registry.Find(name) is not { } measure)
        {
            return SkipUnknown
                ? new CheckResult(id, number, name, CheckOutcome.Skipped, "the measure is not known yet")
                : new CheckResult(id, number, name, CheckOutcome.Failed, "the measure is not known");
        }

        try
        {
            IMeasureResult result = measure.Compute(RequestReader.Read(check, tables), execution, cancellationToken);
            IReadOnlyList<string> differences = OutputComparison.Differences(check, result.ToOutputs());
            return differences.Count == 0
                ? new CheckResult(id, number, name, CheckOutcome.Passed, "")
                : new CheckResult(id, number, name, CheckOutcome.Failed, string.Join("; ", differences.Take(3)));
        }
        catch (Exception exception) when (exception is ArgumentException or StudyException or IOException or InvalidOperationException)
        {
            return new CheckResult(id, number, name, CheckOutcome.Failed, exception.Message);
        }
    }
}
