namespace Karkhana.Verification;

/// <summary>The reference checks that we hold to be wrong, each with its reason.</summary>
/// <remarks>One line per check: <c>spatial/case#3 = reason</c>; lines that begin with # are comments.</remarks>
public sealed class DisputedChecks
{
    private readonly Dictionary<string, string> _reasons = new(StringComparer.Ordinal);

    /// <summary>Gets the list with no dispute.</summary>
    public static DisputedChecks None { get; } = new();

    /// <summary>Reads a file of disputed checks.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The disputes.</returns>
    /// <exception cref="FormatException">A line gives no reason.</exception>
    public static DisputedChecks Read(string file)
    {
        DisputedChecks disputes = new();
        foreach (string line in File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#'))
        {
            string[] parts = line.Split(" = ", 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2 || parts[1].Length == 0)
            {
                throw new FormatException($"Each line of {file} must read «check = reason»; one was «{line}».");
            }

            disputes._reasons.Add(parts[0], parts[1]);
        }

        return disputes;
    }

    /// <summary>Finds why a check is disputed.</summary>
    /// <param name="check">The id of the check.</param>
    /// <returns>The reason, or null when it is not disputed.</returns>
    public string? ReasonFor(string check) => _reasons.GetValueOrDefault(check);
}
