using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using DuckDB.NET.Data;

namespace Karkhana.Tests.Data.Studies;

/// <summary>Writes tables as spreadsheets and Parquet files, sound or broken, without the readers under test.</summary>
internal static class TableFiles
{
    /// <summary>The register of <see cref="StudyFolder"/>, typed as a database or a spreadsheet types it.</summary>
    public static readonly object?[][] Register =
    [
        ["id", "lat", "lon", "trade", "workers", "town", "clustered"],
        ["F1", 32.5710, 74.0790, "27", 12.0, "Gujrat", true],
        ["F2", 32.5740, 74.0810, "27", 7.5, "Gujrat", true],
        ["F3", 32.5690, 74.0750, "28", null, "Gujrat", false],
        ["F4", 32.5801, 74.0702, "01", 140.0, "Gujrat", null],
        ["F5", 32.5755, 74.0733, "27", 3.0, "Wazirabad", null],
    ];

    /// <summary>Gives the register with one cell exchanged.</summary>
    public static object?[][] With(int row, int column, object? cell)
    {
        object?[][] rows = [.. Register.Select(cells => cells.ToArray())];
        rows[row][column] = cell;
        return rows;
    }

    /// <summary>Writes a workbook of one sheet.</summary>
    public static byte[] Workbook(object?[][] rows) => Workbook(SheetOf(rows));

    /// <summary>Writes a workbook around the XML of its sheet, sound or not.</summary>
    public static byte[] Workbook(string sheet) => Archive(
        ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""),
        ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="firms" sheetId="1" r:id="r1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
        ("xl/worksheets/sheet1.xml", sheet));

    /// <summary>Writes the XML of a sheet.</summary>
    public static string SheetOf(object?[][] rows)
    {
        StringBuilder xml = new("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""");
        for (int row = 0; row < rows.Length; row++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\">");
            for (int column = 0; column < rows[row].Length; column++)
            {
                xml.Append(CellOf($"{(char)('A' + column)}{(row + 1).ToString(CultureInfo.InvariantCulture)}", rows[row][column]));
            }

            xml.Append("</row>");
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }

    /// <summary>Writes an archive of texts.</summary>
    public static byte[] Archive(params (string Name, string Text)[] entries)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create))
        {
            foreach ((string name, string text) in entries)
            {
                using StreamWriter writer = new(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Writes a small archive that unpacks to many bytes.</summary>
    public static byte[] Bomb(long unpacked)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create))
        {
            using Stream entry = archive.CreateEntry("xl/worksheets/sheet1.xml").Open();
            byte[] blanks = new byte[1 << 20];
            Array.Fill(blanks, (byte)' ');
            for (long written = 0; written < unpacked; written += blanks.Length)
            {
                entry.Write(blanks);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Writes what a query gives as a Parquet file.</summary>
    public static byte[] Parquet(string query)
    {
        string path = Path.Combine(Path.GetTempPath(), $"karkhana-{Guid.NewGuid():n}.parquet");
        try
        {
            using DuckDBConnection connection = new("DataSource=:memory:");
            connection.Open();
            using DuckDBCommand command = connection.CreateCommand();
            command.CommandText = $"COPY ({query}) TO '{path}' (FORMAT parquet)";
            command.ExecuteNonQuery();
            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Writes the register, or one with a cell exchanged, as a Parquet file.</summary>
    public static byte[] Parquet(object?[][] rows) => Parquet(
        "SELECT * FROM (VALUES "
        + string.Join(", ", rows[1..].Select(row => $"({string.Join(", ", row.Select(SqlOf))})"))
        + $") AS firms({string.Join(", ", rows[0].Select(name => $"\"{name}\""))})");

    private static string SqlOf(object? cell) => cell switch
    {
        null => "NULL",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        double number => FormattableString.Invariant($"'{number:R}'::DOUBLE"),
        _ => $"{cell}",
    };

    private static string CellOf(string place, object? cell) => cell switch
    {
        null => "",
        bool flag => $"<c r=\"{place}\" t=\"b\"><v>{(flag ? 1 : 0)}</v></c>",
        string text => $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>",
        _ => FormattableString.Invariant($"<c r=\"{place}\"><v>{cell:R}</v></c>"),
    };
}
