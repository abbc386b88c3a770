using System.Text;
using CsvHelper;

namespace Karkhana.Data.Files;

/// <summary>Rows of a delimited text file; what it had to guess is reported.</summary>
internal sealed class DelimitedSource : ITableSource
{
    private const int LongestRecord = 16 << 20;
    private const int SniffedBytes = 64 << 10;
    private const int LongestNumber = 64;

    private readonly CsvReader _reader;
    private readonly FileProblems _problems;
    private readonly bool _commaIsDecimal;
    private bool[] _formReported = [];
    private bool _broken;
    private bool _hasDecimalCommas;
    private (long Row, int Column, string Text)? _dotBeforeThree;

    private DelimitedSource(CsvReader reader, char separator, FileProblems problems)
    {
        _reader = reader;
        _problems = problems;
        _commaIsDecimal = separator != ',';
    }

    public IReadOnlyList<string> Columns { get; private set; } = [];

    public long Row { get; private set; }

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problems">Where to report.</param>
    /// <returns>The source, or null when the file cannot be read as text; the reason was reported.</returns>
    public static DelimitedSource? Open(string path, FileProblems problems)
    {
        TextEncoding encoding = TextEncoding.Of(path);
        if (encoding.Binary)
        {
            problems.Error(
                "binary-content", null, null, "a text file", "NUL bytes",
                "Save the table as CSV in UTF-8, or name an .xlsx or .parquet file.");
            return null;
        }

        if (encoding.Mixed)
        {
            problems.Error(
                "mixed-encoding", null, null, "one encoding", "UTF-8 and other bytes in one file",
                "Save the file again as UTF-8.");
            return null;
        }

        if (encoding.Encoding is not UTF8Encoding)
        {
            problems.Information("encoding", $"read as {encoding.Encoding.WebName}; UTF-8 is safer");
        }

        char separator = Sniff(path, encoding.Encoding);
        if (separator != ',')
        {
            problems.Information(
                "delimiter",
                separator == '\t' ? "columns are separated by tabs" : $"columns are separated by {separator}");
        }

        CsvReaderOptions options = new()
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = false,
            MaxRecordSize = LongestRecord,
            MalformedData = CsvMalformedDataHandling.Throw,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            PoolStrings = true,
        };
        CsvReader reader = encoding.Encoding is UTF8Encoding
            ? CsvReader.Create(File.OpenRead(path), options, false)
            : CsvReader.Create(new StreamReader(path, encoding.Encoding), options, false);
        DelimitedSource source = new(reader, separator, problems);
        if (source.ReadHeader())
        {
            return source;
        }

        source.Dispose();
        return null;
    }

    public bool Read()
    {
        while (Advance())
        {
            Row++;
            if (IsBlank())
            {
                continue;
            }

            if (_reader.FieldCount == Columns.Count)
            {
                return true;
            }

            _problems.Error(
                "ragged-row", Row, null, Invariant(
                    $"{Columns.Count} fields as in the header"), Invariant($"{_reader.FieldCount} fields"),
                "Look for a missing or an extra delimiter, or a text with the delimiter in it that is not quoted.");
        }

        ReportDotsAmongDecimalCommas();
        return false;
    }

    public string Text(int column) => _reader.GetString(column).Trim();

    public bool TryNumber(int column, out double number)
    {
        Span<char> characters = stackalloc char[LongestNumber];
        ReadOnlySpan<byte> bytes = _reader.GetSpan(column);
        if (bytes.Length >= LongestNumber)
        {
            number = double.NaN;
            return false;
        }

        ReadOnlySpan<char> text = characters[..Encoding.UTF8.GetChars(bytes, characters)].Trim();
        if (text.IsEmpty || text is "NA")
        {
            number = double.NaN;
            return true;
        }

        NumberText.Form form = NumberText.Read(text, _commaIsDecimal, out number);
        if (form > NumberText.Form.Plain && !_formReported[column])
        {
            _formReported[column] = true;
            _problems.Information(
                form == NumberText.Form.DecimalComma ? "decimal-comma" : "thousands-separator",
                $"numbers such as {text} were read as {Invariant($"{number}")}", Columns[column]);
        }

        _hasDecimalCommas |= form == NumberText.Form.DecimalComma;
        if (_commaIsDecimal && _dotBeforeThree is null && form == NumberText.Form.Plain && HasDotBeforeThree(text))
        {
            _dotBeforeThree = (Row, column, text.ToString());
        }

        return form != NumberText.Form.None;
    }

    public void Dispose() => _reader.Dispose();

    // 1.736 is 1736 to those who write 0,5 and 1.736 to the others; where both stand in one file, only its owner knows.
    private static bool HasDotBeforeThree(ReadOnlySpan<char> text)
    {
        int dot = text.IndexOf('.');
        return dot is >= 1 and <= 3
            && text.Length - dot == 4
            && text[0] != '0'
            && !text[..dot].ContainsAnyExceptInRange('0', '9')
            && !text[(dot + 1)..].ContainsAnyExceptInRange('0', '9');
    }

    private void ReportDotsAmongDecimalCommas()
    {
        if (_hasDecimalCommas && _dotBeforeThree is { } place)
        {
            _dotBeforeThree = null;
            _problems.Error(
                "ambiguous-number", place.Row, Columns[place.Column],
                "one decimal mark throughout, as other numbers of this file have a decimal comma", FileProblems.Quote(place.Text),
                "Write thousands without a separator (1736), and decimals with the same mark everywhere.");
        }
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>The delimiter is the candidate that the header line has most often outside quotes.</summary>
    private static char Sniff(string path, Encoding encoding)
    {
        using StreamReader reader = new(path, encoding, detectEncodingFromByteOrderMarks: true);
        char[] buffer = new char[SniffedBytes];
        int length = reader.ReadBlock(buffer, 0, buffer.Length);
        ReadOnlySpan<char> candidates = [',', ';', '\t', '|'];
        Span<int> counts = stackalloc int[candidates.Length];
        bool quoted = false;
        for (int i = 0; i < length && (quoted || buffer[i] is not '\n' and not '\r'); i++)
        {
            quoted ^= buffer[i] == '"';
            int candidate = quoted ? -1 : candidates.IndexOf(buffer[i]);
            if (candidate >= 0)
            {
                counts[candidate]++;
            }
        }

        int best = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        return candidates[best];
    }

    private bool ReadHeader()
    {
        if (!Advance())
        {
            if (!_broken)
            {
                _problems.Error(
                    "empty-file", null, null, "a header row and at least one row of data", "an empty file",
                    "Export the table again.");
            }

            return false;
        }

        Row = 1;
        List<string> names = [];
        for (int column = 0; column < _reader.FieldCount; column++)
        {
            names.Add(_reader.GetString(column).Trim().TrimStart('\ufeff'));
        }

        HeaderRules.Check(names, _problems);
        (Columns, _formReported) = (names, new bool[names.Count]);
        return true;
    }

    private bool Advance()
    {
        try
        {
            return _reader.Read();
        }
        catch (CsvFormatException exception)
        {
            _broken = true;
            _problems.Error(
                "malformed-text", Row + 1, null, $"well-formed text with at most {LongestRecord >> 20} MB a row", FileProblems.Shorten(exception.Message),
                "Look for a quotation mark that is never closed.");
            return false;
        }
    }

    private bool IsBlank()
    {
        for (int column = 0; column < _reader.FieldCount; column++)
        {
            if (!_reader.GetSpan(column).Trim(" \t\r"u8).IsEmpty)
            {
                return false;
            }
        }

        return true;
    }
}
