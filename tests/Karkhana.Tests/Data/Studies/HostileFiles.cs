using System.Text;

namespace Karkhana.Tests.Data.Studies;

/// <summary>Studies with a file that lies elsewhere, is no table, or is encoded in a way that cannot be trusted.</summary>
internal static class HostileFiles
{
    private const string Firms = "firms.csv";
    private const string Book = "firms.xlsx";
    private const string Parquet = "firms.parquet";

    public static IReadOnlyDictionary<string, HostileStudy> All { get; } = new Dictionary<string, HostileStudy>
    {
        ["no register"] = new(study => study.Delete(Firms), "missing-file", Firms),
        ["a folder for the register"] = new(study => Directory.CreateDirectory(study.Delete(Firms).PathOf(Firms)), "missing-file", Firms),
        ["a path above the study"] = new(
            study => study.Write("../firms.csv", study.Text(Firms)).Replace("study.toml", Firms, "../firms.csv"), "outside-study", "../firms.csv"),
        ["a path above the study by a detour"] = new(Named("a/../../study/../firms.csv"), "outside-study", "a/../../study/../firms.csv"),
        ["a folder beside the study whose name begins alike"] = new(
            study =>
            {
                Directory.CreateDirectory(study.Root + "-other");
                study.Write("../study-other/firms.csv", study.Text(Firms)).Replace("study.toml", Firms, "../study-other/firms.csv");
            },
            "outside-study", "../study-other/firms.csv"),
        ["an absolute path"] = new(Named("/etc/hostname"), "outside-study", "/etc/hostname"),
        ["an absolute path into the study"] = new(
            study => study.Replace("study.toml", $"\"{Firms}\"", "\"/firms.csv\""), "outside-study", "/firms.csv"),
        ["the study itself for a file"] = new(Named("."), "outside-study", "."),
        ["a path with a NUL"] = new(Named("firms\\u0000.csv"), "missing-file", "firms\\u0000.csv"),
        ["a path of ten thousand letters"] = new(Named($"{new string('a', 10_000)}.csv"), "missing-file", $"{new string('a', 60)}…"),
        ["a web address"] = new(Named("https://example.com/firms.parquet"), "missing-file", "https://example.com/firms.parquet"),
        ["a format that is not known"] = new(study => study.Register("firms.xls", study.Text(Firms)), "unknown-format", "firms.xls"),
        ["a file without ending"] = new(study => study.Register("firms", study.Text(Firms)), "unknown-format", "firms"),
        ["an empty file"] = new(study => study.Write(Firms, ""), "empty-file", Firms),
        ["a file of a byte order mark alone"] = new(study => study.Write(Firms, [0xEF, 0xBB, 0xBF]), "empty-file", Firms),
        ["a file of line breaks"] = new(study => study.Write(Firms, "\n\n\n"), "blank-header", Firms, 1, Also: ["missing-column"]),
        ["an empty spreadsheet file"] = new(study => study.Register(Book, ""), "empty-file", Book),
        ["NUL bytes"] = new(study => study.Replace(Firms, "F3", "F\03"), "binary-content", Firms),
        ["a program for a table"] = new(
            study => study.Write(Firms, [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0]), "binary-content", Firms),
        ["UTF-16 without a mark"] = new(
            study => study.Write(Firms, new UnicodeEncoding(false, false).GetBytes(study.Text(Firms))), "binary-content", Firms),
        ["UTF-32"] = new(
            study => study.Write(Firms, [0xFF, 0xFE, 0, 0, .. new UTF32Encoding().GetBytes(study.Text(Firms))]), "binary-content", Firms),
        ["two encodings in one file"] = new(
            study => study.Write(Firms, Latin(study.Replace(Firms, "7.5,Gujrat", "7.5,Gujrāt|").Text(Firms))), "mixed-encoding", Firms),
        ["a mark of UTF-8 before another encoding"] = new(
            study => study.Write(Firms, [0xEF, 0xBB, 0xBF, .. Latin(study.Text(Firms).Replace("7.5,Gujrat", "7.5,Gujr|t", StringComparison.Ordinal))]),
            "mixed-encoding", Firms),
        ["a quotation mark left open in a row"] = new(study => study.Replace(Firms, "3,Wazirabad", "3,\"Wazirabad"), "malformed-text", Firms, 6),
        ["a quotation mark left open in the header"] = new(study => study.Replace(Firms, "town", "\"town"), "malformed-text", Firms, 1),
        ["text after a closing quotation mark"] = new(
            study => study.Replace(Firms, "3,Wazirabad", "3,\"Wazir\"abad"), "malformed-text", Firms, 6),
        ["a line of 2 MB without a delimiter"] = new(
            study => study.Append(Firms, new string('x', 2 << 20)), "ragged-row", Firms, 7),
        ["a line of 2 MB of delimiters"] = new(
            study => study.Append(Firms, "F6" + new string(',', 2 << 20)), "ragged-row", Firms, 7),
        ["a line of 17 MB"] = new(
            study => study.Append(Firms, new string('x', 17 << 20)), "malformed-text", Firms, 7),
        ["a header of 17 MB"] = new(study => study.Write(Firms, new string('x', 17 << 20)), "malformed-text", Firms, 1),
        ["a spreadsheet that is no archive"] = new(study => study.Register(Book, study.Text(Firms)), "malformed-spreadsheet", Book),
        ["an archive cut in half"] = new(study => study.Register(Book, Half(TableFiles.Workbook(TableFiles.Register))), "malformed-spreadsheet", Book),
        ["an archive that is no spreadsheet"] = new(study => study.Register(Book, TableFiles.Archive(("a.txt", "hello"))), "malformed-spreadsheet", Book),
        ["an archive of nothing"] = new(study => study.Register(Book, TableFiles.Archive()), "malformed-spreadsheet", Book),
        ["a sheet that is no XML"] = new(study => study.Register(Book, TableFiles.Workbook("hello")), "malformed-spreadsheet", Book),
        ["a sheet cut off after its first rows"] = new(study => study.Register(Book, TableFiles.Workbook(Cut("<row r=\"4\">"))), "malformed-spreadsheet", Book),
        ["a sheet with an entity from outside"] = new(
            study => study.Register(Book, TableFiles.Workbook(
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>"
                + TableFiles.SheetOf(TableFiles.Register).Replace("Gujrat", "&b;", StringComparison.Ordinal))),
            "malformed-spreadsheet", Book),
        ["an empty sheet"] = new(study => study.Register(Book, TableFiles.Workbook(TableFiles.SheetOf([]))), "empty-file", Book),
        ["a sheet with a column name twice"] = new(
            study => study.Register(Book, TableFiles.Workbook(TableFiles.With(0, 5, "trade"))), "duplicate-header", Book, 1, "trade", Also: ["missing-column"]),
        ["a sheet with an error for a number"] = new(
            study => study.Register(Book, TableFiles.Workbook(TableFiles.With(4, 4, "#DIV/0!"))), "not-a-number", Book, 5, "workers"),
        ["a sheet with rows counted over an empty one"] = new(
            study => study.Register(Book, TableFiles.Workbook([.. TableFiles.Register, [], ["F6", "x", 74.0, "27", 1.0, "Gujrat", true]])),
            "not-a-number", Book, 8, "lat"),
        ["a small archive that unpacks to 200 MB"] = new(
            study => study.Register(Book, TableFiles.Bomb(200L << 20)), "archive-too-large", Book),
        ["text for Parquet"] = new(study => study.Register(Parquet, study.Text(Firms)), "malformed-parquet", Parquet),
        ["Parquet cut in half"] = new(study => study.Register(Parquet, Half(TableFiles.Parquet(TableFiles.Register))), "malformed-parquet", Parquet),
        ["Parquet with a broken middle"] = new(study => study.Register(Parquet, Scrambled(TableFiles.Parquet(TableFiles.Register))), "malformed-parquet", Parquet),
        ["Parquet with infinity"] = new(
            study => study.Register(Parquet, TableFiles.Parquet(TableFiles.With(4, 1, double.PositiveInfinity))), "not-a-number", Parquet, 5, "lat"),
        ["Parquet with infinity in single precision"] = new(
            study => study.Register(Parquet, TableFiles.Parquet(
                "SELECT 'F1' AS id, 32.5::FLOAT AS lat, 74.1 AS lon, '27' AS trade, 'inf'::FLOAT AS workers, 'G' AS town, true AS clustered")),
            "not-a-number", Parquet, 2, "workers", Also: ["unknown-firm"]),
        ["Parquet with dates for latitudes"] = new(
            study => study.Register(Parquet, TableFiles.Parquet(
                "SELECT 'F1' AS id, DATE '2021-01-01' AS lat, 74.1 AS lon, '27' AS trade, 1 AS workers, 'G' AS town, true AS clustered")),
            "not-a-number", Parquet, 2, "lat", Also: ["unknown-firm"]),
    };

    private static Action<StudyFolder> Named(string path) => study => study.Replace("study.toml", Firms, path);

    private static byte[] Half(byte[] bytes) => bytes[..(bytes.Length / 2)];

    private static byte[] Scrambled(byte[] bytes) =>
        [.. bytes.Select((value, i) => i > 4 && i < bytes.Length / 2 ? (byte)(value ^ 0xA5) : value)];

    private static string Cut(string at)
    {
        string sheet = TableFiles.SheetOf(TableFiles.Register);
        return sheet[..sheet.IndexOf(at, StringComparison.Ordinal)];
    }

    /// <summary>Writes UTF-8 but for the letter that stands at the bar, which becomes a byte of Windows-1252.</summary>
    private static byte[] Latin(string text) =>
        [.. Encoding.UTF8.GetBytes(text).Select(value => value == (byte)'|' ? (byte)0xE9 : value)];
}
