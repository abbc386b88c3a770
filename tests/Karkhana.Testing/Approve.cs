namespace Karkhana.Testing;

/// <summary>Compares a text with an approved file; the new text is left beside it to be read and, if right, to take its place.</summary>
public static class Approve
{
    /// <summary>Compares.</summary>
    /// <param name="received">The new text.</param>
    /// <param name="approvedFile">The path of the approved file below the root of the repository.</param>
    /// <exception cref="InvalidOperationException">The texts differ, or nothing was approved yet.</exception>
    public static void Text(string received, string approvedFile)
    {
        string path = Path.Combine(SharedFolder.RepositoryRoot, approvedFile);
        string text = received.ReplaceLineEndings("\n").TrimEnd() + "\n";
        string approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        string left = path + ".received";
        if (text == approved)
        {
            File.Delete(left);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(left, text);
        string[] news = text.Split('\n');
        string[] olds = approved.Split('\n');
        int line = 0;
        while (line < news.Length && line < olds.Length && news[line] == olds[line])
        {
            line++;
        }

        throw new InvalidOperationException(
            $"{approvedFile} differs from line {line + 1}. Approved: {Line(olds, line)} Received: {Line(news, line)} The new text is in {approvedFile}.received.");
    }

    private static string Line(string[] lines, int line) =>
        line < lines.Length ? $"\"{lines[line]}\"." : "(end of file).";
}
