using System.Text;
using Karkhana.Core.Errors;
using Karkhana.Data.Studies;
using Karkhana.Tests.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Data.Files;

/// <summary>The same register, whatever the file; what had to be guessed is said.</summary>
public sealed class FileFormatTests
{
    static FileFormatTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string> Formats => [.. Writers.Keys];

    private static Dictionary<string, (Func<string, byte[]> Bytes, string[] Said)> Writers { get; } = new()
    {
        ["firms.tsv"] = (text => Utf8(text.Replace(',', '\t')), ["delimiter"]),
        ["firms.txt"] = (text => Utf8(text.Replace(',', '|')), ["delimiter"]),
        ["firms.CSV"] = (Utf8, []),
        ["semicolons.csv"] = (text => Utf8(text.Replace(',', ';')), ["delimiter"]),
        ["commas.csv"] = (text => Utf8(text.Replace(',', ';').Replace('.', ',')), ["delimiter", "decimal-comma"]),
        ["mark.csv"] = (text => [0xEF, 0xBB, 0xBF, .. Utf8(text)], []),
        ["quoted.csv"] = (text => [0xEF, 0xBB, 0xBF, .. Utf8(Quoted(text))], []),
        ["windows-breaks.csv"] = (text => Utf8(text.Replace("\n", "\r\n", StringComparison.Ordinal)), []),
        ["no-last-break.csv"] = (text => Utf8(text.TrimEnd()), []),
        ["blank-lines.csv"] = (text => Utf8(text + "\n\n  \n"), []),
        ["blanks.csv"] = (text => Utf8(text.Replace(",", " ,  ", StringComparison.Ordinal)), []),
        ["wide.csv"] = (text => Wide(text, bigEndian: false), ["encoding"]),
        ["wide-big-endian.csv"] = (text => Wide(text, bigEndian: true), ["encoding"]),
        ["firms.xlsx"] = (_ => TableFiles.Workbook(TableFiles.Register), []),
        ["firms.parquet"] = (_ => TableFiles.Parquet(TableFiles.Register), []),
        ["firms[1].parquet"] = (_ => TableFiles.Parquet(TableFiles.Register), []),
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_register_comes_from_any_format(string file)
    {
        (Func<string, byte[]> bytes, string[] said) = Writers[file];
        using StudyFolder plain = new();
        using StudyFolder other = new();
        other.Register(file, bytes(plain.Text("firms.csv")));

        Study study = Read(other);

        ShouldBeSame(study.Firms, Read(plain).Firms);
        study.Problems.ShouldAllBe(problem => problem.Severity == Severity.Information && problem.File == file);
        study.Problems.Select(problem => problem.Code).Distinct().ShouldBe(said, ignoreOrder: true);
    }

    [Theory]
    [InlineData("Gujrat é", 1252)]
    [InlineData("Łódź Gujrāt گجرات", 65001)]
    public void Letters_of_any_encoding_come_out_right(string town, int codePage)
    {
        using StudyFolder folder = new();
        string text = folder.Text("firms.csv").Replace("Wazirabad", town, StringComparison.Ordinal);
        folder.Write("firms.csv", Encoding.GetEncoding(codePage).GetBytes(text));

        Study study = Read(folder);

        study.Firms.Places[4].ShouldBe(town);
        study.Problems.Select(problem => (problem.Code, problem.Found))
            .ShouldBe(codePage == 1252 ? [("encoding", "read as windows-1252; UTF-8 is safer")] : []);
    }

    [Fact]
    public void A_letter_cut_by_the_end_of_a_megabyte_is_still_a_letter()
    {
        using StudyFolder folder = new();
        foreach (int shift in Enumerable.Range(0, 4))
        {
            string padding = new('x', (1 << 20) - Utf8(folder.Text("firms.csv")).Length - "F6,32.57,74.07,27,1,".Length - shift);
            folder.Write("long.csv", $"{folder.Text("firms.csv")}F6,32.57,74.07,27,1,{padding}𐍈گ,\n")
                .Write("study.toml", folder.Text("study.toml").Replace("firms.csv", "long.csv", StringComparison.Ordinal));

            Study study = Read(folder);

            study.Firms.Places[5].ShouldBe(padding + "𐍈گ");
            study.Problems.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("1,234", ',', 1234, "thousands-separator")]
    [InlineData("12,345,678.5", ',', 12345678.5, "thousands-separator")]
    [InlineData("1 234", ',', 1234, "thousands-separator")]
    [InlineData("1\u00a0234,5", ';', 1234.5, "thousands-separator")]
    [InlineData("1.234,5", ';', 1234.5, "thousands-separator")]
    [InlineData("1.234.567", ';', 1234567, "thousands-separator")]
    [InlineData("12,5", ';', 12.5, "decimal-comma")]
    [InlineData(",5", ';', 0.5, "decimal-comma")]
    [InlineData("0,140", ';', 0.14, "decimal-comma")]
    [InlineData("1.2e3", ',', 1200, null)]
    [InlineData("+7", ',', 7, null)]
    public void Numbers_are_read_as_people_write_them_and_it_is_said(string cell, char delimiter, double expected, string? said)
    {
        using StudyFolder folder = new();
        folder.Replace("firms.csv", "140", "@").Write("firms.csv", folder.Text("firms.csv").Replace(',', delimiter))
            .Replace("firms.csv", "@", $"\"{cell}\"");

        Study study = Read(folder);

        study.Firms.Employment[3].ShouldBe(expected);
        study.Problems.Select(problem => problem.Code).Where(code => code != "delimiter").ShouldBe(said is null ? [] : [said]);
    }

    [Theory]
    [InlineData("1,234,567", ';')]
    [InlineData("1,2345", ',')]
    [InlineData("1 23", ',')]
    [InlineData("12,34,567", ',')]
    [InlineData("1,234 567", ',')]
    [InlineData("Infin ity", ',')]
    [InlineData("1,0e400", ';')]
    public void Numbers_that_may_mean_two_things_are_refused(string cell, char delimiter)
    {
        using StudyFolder folder = new();
        folder.Replace("firms.csv", "140", "@").Write("firms.csv", folder.Text("firms.csv").Replace(',', delimiter))
            .Replace("firms.csv", "@", $"\"{cell}\"");

        StudyReader.Check(folder.Root, cancellationToken: TestContext.Current.CancellationToken)
            .Where(problem => problem.Severity == Severity.Error).ShouldHaveSingleItem().Code.ShouldBe("not-a-number");
    }

    [Theory]
    [InlineData("1.736", true)]
    [InlineData("1.7365", false)]
    [InlineData("0.736", false)]
    public void A_dot_before_three_digits_among_decimal_commas_is_refused(string cell, bool refused)
    {
        using StudyFolder folder = new();
        folder.Write("firms.csv", folder.Text("firms.csv").Replace("140", "@").Replace(',', ';').Replace('.', ',').Replace("@", cell));

        string[] errors = [.. StudyReader.Check(folder.Root, cancellationToken: TestContext.Current.CancellationToken)
            .Where(problem => problem.Severity == Severity.Error).Select(problem => problem.Code)];

        errors.ShouldBe(refused ? ["ambiguous-number"] : []);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Wide(string text, bool bigEndian)
    {
        UnicodeEncoding encoding = new(bigEndian, byteOrderMark: true);
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
    }

    private static string Quoted(string text) =>
        string.Join('\n', text.TrimEnd().Split('\n').Select(line => $"\"{line.Replace(",", "\",\"", StringComparison.Ordinal)}\""));

    private static void ShouldBeSame(FirmRegister actual, FirmRegister expected)
    {
        actual.Ids.ShouldBe(expected.Ids);
        actual.Longitudes.ShouldBe(expected.Longitudes);
        actual.Latitudes.ShouldBe(expected.Latitudes);
        actual.X.ShouldBe(expected.X);
        actual.Y.ShouldBe(expected.Y);
        actual.Projection.ShouldBe(expected.Projection);
        actual.Industries.ShouldBe(expected.Industries);
        actual.Employment.ShouldBe(expected.Employment);
        actual.Places.ShouldBe(expected.Places);
        actual.Clustered.ShouldBe(expected.Clustered);
        actual.Synthetic.ShouldBe(expected.Synthetic);
    }

    private static Study Read(StudyFolder folder) =>
        StudyReader.Read(folder.Root, cancellationToken: TestContext.Current.CancellationToken);
}
