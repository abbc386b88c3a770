using System.IO.Compression;
using System.Xml;
using MiniExcelLibs;

namespace Karkhana.Data.Files;

/// <summary>Rows of the first sheet of an .xlsx file.</summary>
internal static class SpreadsheetSource
{
    private const long LargestExpansion = 2L << 30;
    private const int LargestRatio = 400;

    public static ITableSource? Open(string path, FileProblems problems)
    {
        try
        {
            if (IsBomb(path))
            {
                problems.Error(
                    "archive-too-large", null, null, "a spreadsheet that unpacks to at most 2 GB",
                    "one that unpacks to far more", "Save the table as CSV.");
                return null;
            }

            IEnumerator<object?[]> rows = Rows(path).GetEnumerator();
            if (!MoveNext(rows))
            {
                problems.Error(
                    "empty-file", null, null, "a header row and at least one row of data", "an empty sheet",
                    "The first sheet must hold the table.");
                return null;
            }

            string[] columns = [.. rows.Current.Select(
                cell => Convert.ToString(cell, System.Globalization.CultureInfo.InvariantCulture)?.Trim() ?? "")];
            HeaderRules.Check(columns, problems);
            return new RowsSource(columns, Rest(rows, columns.Length, problems), rows);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or KeyNotFoundException or InvalidOperationException or NotSupportedException)
        {
            problems.Error(
                "malformed-spreadsheet", null, null, "an .xlsx file", FileProblems.Shorten(exception.Message),
                "Save the workbook again as .xlsx, or the table as CSV.");
            return null;
        }
    }

    private static bool IsBomb(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        long packed = archive.Entries.Sum(entry => entry.CompressedLength);
        long unpacked = archive.Entries.Sum(entry => entry.Length);
        return unpacked > LargestExpansion || (unpacked > 100 << 20 && unpacked > packed * LargestRatio);
    }

    private static IEnumerable<object?[]> Rows(string path) =>
        MiniExcel.Query(path, useHeaderRow: false).Select(row => ((IDictionary<string, object?>)row).Values.ToArray());

    // The library meets damaged sheets with whatever exception comes up, a null reference among them; to us all of these say
    // that the data are not valid.
    private static bool MoveNext(IEnumerator<object?[]> rows)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (Exception exception) when (exception is not (InvalidDataException or OutOfMemoryException or OperationCanceledException))
        {
            throw new InvalidDataException($"The sheet cannot be read: {exception.Message}", exception);
        }
    }

    private static IEnumerable<object?[]> Rest(IEnumerator<object?[]> rows, int width, FileProblems problems)
    {
        for (long number = 1; Next(rows, number, problems); number++)
        {
            object?[] row = rows.Current;
            Array.Resize(ref row, width);
            yield return row;
        }
    }

    private static bool Next(IEnumerator<object?[]> rows, long number, FileProblems problems)
    {
        try
        {
            return MoveNext(rows);
        }
        catch (InvalidDataException exception)
        {
            problems.Error(
                "malformed-spreadsheet", number, null, "a sheet that can be read to its end",
                FileProblems.Shorten(exception.Message), "Save the workbook again as .xlsx, or the table as CSV.");
            return false;
        }
    }
}
