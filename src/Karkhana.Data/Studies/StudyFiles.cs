using System.Security.Cryptography;
using Karkhana.Core.Errors;
using Karkhana.Data.Files;

namespace Karkhana.Data.Studies;

/// <summary>Opens the files that study.toml names; nothing outside the folder is ever opened.</summary>
/// <param name="folder">The folder of the study.</param>
/// <param name="problems">The gathering of the whole study.</param>
internal sealed class StudyFiles(string folder, DataProblems problems)
{
    private const int MostLinks = 40;

    /// <summary>Gives the gathering of problems for a file.</summary>
    public FileProblems ProblemsOf(string file) => new(FileProblems.Shorten(file), problems);

    /// <summary>Opens a table.</summary>
    /// <param name="file">The path as study.toml gives it.</param>
    /// <returns>The rows, or null when they cannot be read; the reason was reported.</returns>
    public ITableSource? Open(string file)
    {
        FileProblems reports = ProblemsOf(file);
        return Locate(file, reports) is { } path ? TableSource.Open(path, reports) : null;
    }

    /// <summary>Describes a file that was read.</summary>
    public StudyFile Describe(string file, long rows)
    {
        using FileStream stream = File.OpenRead(Path.Combine(folder, file));
        return new StudyFile(file, Convert.ToHexStringLower(SHA256.HashData(stream)), rows);
    }

    private string? Locate(string file, FileProblems reports)
    {
        if (file.Contains('\0', StringComparison.Ordinal))
        {
            return Missing(reports); // the system takes no such path
        }

        string root = Path.GetFullPath(folder);
        root = Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar;
        string path = Path.GetFullPath(Path.Combine(root, file));
        if (Path.IsPathRooted(file) || !path.StartsWith(root, StringComparison.Ordinal) || LeavesByLink(root, path))
        {
            reports.Error(
                "outside-study", null, null, "a path inside the folder of the study", FileProblems.Quote(file),
                "Copy the file into the folder and name it there.");
            return null;
        }

        return File.Exists(path) ? path : Missing(reports);
    }

    private static string? Missing(FileProblems reports)
    {
        reports.Error(
            "missing-file", null, null, "the file that study.toml names", "no such file",
            "Check the spelling, capital letters too.");
        return null;
    }

    /// <summary>Walks down part by part as the system does; a link may lead to another that leaves.</summary>
    private static bool LeavesByLink(string root, string path)
    {
        string current = root;
        int links = 0;
        Stack<string> parts = [];
        Push(parts, path[root.Length..]);
        while (parts.TryPop(out string? part))
        {
            string parent = current;
            current = part == ".." ? Path.GetDirectoryName(
                Path.TrimEndingDirectorySeparator(current)) ?? "" : Path.Combine(current, part);
            if (!$"{current}{Path.DirectorySeparatorChar}".StartsWith(root, StringComparison.Ordinal))
            {
                return true;
            }

            if (new FileInfo(current).LinkTarget is not { } target)
            {
                continue;
            }

            bool rooted = Path.IsPathRooted(target);
            if (++links > MostLinks || (rooted && !target.StartsWith(root, StringComparison.Ordinal)))
            {
                return true;
            }

            current = rooted ? root : parent;
            Push(parts, rooted ? target[root.Length..] : target);
        }

        return false;
    }

    private static void Push(Stack<string> parts, string path)
    {
        string[] names = path.Split(
            [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        foreach (string name in names.Where(name => name != ".").Reverse())
        {
            parts.Push(name);
        }
    }
}
