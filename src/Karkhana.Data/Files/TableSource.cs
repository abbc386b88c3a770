namespace Karkhana.Data.Files;

/// <summary>Opens a table by the ending of its file.</summary>
internal static class TableSource
{
    /// <summary>Opens a file.</summary>
    /// <param name="path">The file, which exists.</param>
    /// <param name="problems">Where to report.</param>
    /// <returns>The source, or null when it cannot be read; the reason was reported.</returns>
    public static ITableSource? Open(string path, FileProblems problems)
    {
        if (new FileInfo(path).Length == 0)
        {
            problems.Error(
                "empty-file", null, null, "a header row and at least one row of data", "an empty file",
                "Export the table again.");
            return null;
        }

        try
        {
            return Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".csv" or ".tsv" or ".txt" => DelimitedSource.Open(path, problems),
                ".parquet" => ParquetSource.Open(path, problems),
                ".xlsx" => SpreadsheetSource.Open(path, problems),
                string other => Unknown(other, problems),
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Error(
                "unreadable-file", null, null, "a file that can be read", FileProblems.Shorten(exception.Message),
                "Check the permissions of the file.");
            return null;
        }
    }

    private static ITableSource? Unknown(string ending, FileProblems problems)
    {
        problems.Error(
            "unknown-format", null, null, ".csv, .tsv, .parquet or .xlsx", FileProblems.Quote(ending),
            "Export the table in one of these formats.");
        return null;
    }
}
