namespace Karkhana.Cli.Output;

/// <summary>Sentences broken at spaces to the width of the terminal.</summary>
internal static class WrappedText
{
    private const int Least = 60;
    private const int Most = 120;
    private const int InFile = 100;

    /// <summary>Gets the letters of a line: those of the terminal, or 100 in a file.</summary>
    public static int Width => Console.IsOutputRedirected ? InFile : Math.Clamp(Console.WindowWidth, Least, Most);

    public static void Write(TextWriter writer, string text, string first = "", string next = "")
    {
        int width = Width;
        string line = first;
        bool isEmpty = true;
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isEmpty && line.Length + 1 + word.Length > width)
            {
                writer.WriteLine(line);
                (line, isEmpty) = (next, true);
            }

            line += isEmpty ? word : " " + word;
            isEmpty = false;
        }

        writer.WriteLine(line);
    }
}
