using Karkhana.Core.Errors;

namespace Karkhana.Examples;

/// <summary>A folder of a study that is written whole or not at all.</summary>
internal sealed class ExampleFolder : IDisposable
{
    private const string Settings = "study.toml";

    private readonly string _target;
    private readonly string _working;

    private ExampleFolder(string target)
    {
        _target = target;
        _working = Path.Combine(
            Path.GetDirectoryName(target)!,
            FormattableString.Invariant($".{Path.GetFileName(target)}.{Environment.ProcessId}.partial"));
        Remove();
        Directory.CreateDirectory(_working);
    }

    /// <summary>Starts a folder.</summary>
    /// <param name="folder">Where it will stand when whole.</param>
    /// <returns>The folder; dispose of it to remove what was not completed.</returns>
    /// <exception cref="ArgumentException">Something that is not an empty folder stands there.</exception>
    public static ExampleFolder Begin(string folder)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        Require.That(!File.Exists(full), nameof(folder), $"must not be a file; {folder} is one");
        Require.That(
            !Directory.Exists(full) || !Directory.EnumerateFileSystemEntries(full).Any(),
            nameof(folder), $"must be new or empty, so that nothing of yours is overwritten; {folder} holds files already");
        Require.That(
            Path.GetDirectoryName(full) is not null, nameof(folder),
            $"must not be the root of a drive; it was {folder}");
        return new ExampleFolder(full);
    }

    /// <summary>Writes a text file as UTF-8 without a mark.</summary>
    /// <param name="name">The path within the folder.</param>
    /// <param name="text">The text.</param>
    public void WriteText(string name, string text)
    {
        string path = Path.Combine(_working, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Moves the folder into place.</summary>
    public void Complete()
    {
        if (!Directory.Exists(_target))
        {
            Directory.Move(_working, _target);
            return;
        }

        // An empty folder may be somebody's current one, so it is filled, not replaced; study.toml, which makes it a
        // study, comes last.
        foreach (string entry in Directory.EnumerateFileSystemEntries(_working).OrderBy(
            path => Path.GetFileName(path) == Settings))
        {
            Directory.Move(entry, Path.Combine(_target, Path.GetFileName(entry)));
        }
    }

    /// <summary>Removes what was not completed.</summary>
    public void Dispose() => Remove();

    private void Remove()
    {
        if (Directory.Exists(_working))
        {
            Directory.Delete(_working, recursive: true);
        }
    }
}
