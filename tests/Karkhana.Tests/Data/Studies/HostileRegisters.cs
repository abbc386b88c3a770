using Karkhana.Core.Errors;

namespace Karkhana.Tests.Data.Studies;

/// <summary>Studies whose register can be read as a table but holds what no register may hold.</summary>
internal static class HostileRegisters
{
    private const string Firms = "firms.csv";

    public static IReadOnlyDictionary<string, HostileStudy> All { get; } = new Dictionary<string, HostileStudy>
    {
        ["a header alone"] = new(study => study.Write(Firms, "id,lat,lon,trade,workers,town,clustered\n"), "no-rows", Firms),
        ["a column name twice"] = new(Unplaced("trade"), "duplicate-header", Firms, 1, "trade"),
        ["a column without name"] = new(Unplaced(""), "blank-header", Firms, 1),
        ["a named column that is not there"] = new(Cell("workers", "labour"), "missing-column", Firms, 1, "workers"),
        ["a column in capital letters"] = new(Cell("id,lat", "ID,lat"), "missing-column", Firms, 1, "id"),
        ["an id twice"] = new(Cell("F5,", "F1,"), "duplicate-id", Firms, 6, "id"),
        ["an id twice but for blanks"] = new(Cell("F5,", " F1 ,"), "duplicate-id", Firms, 6, "id"),
        ["no id"] = new(Cell("F5,", ","), "missing-id", Firms, 6, "id"),
        ["an id of blanks"] = new(Cell("F5,", "   ,"), "missing-id", Firms, 6, "id"),
        ["an id that rings"] = new(Cell("F5,", "F4\a,"), "control-character", Firms, 6, "id"),
        ["an id with a line break"] = new(Cell("F5,", "\"F\n4\","), "control-character", Firms, 6, "id"),
        ["an id with an escape sequence"] = new(Cell("F5,", "\u001b[2JF4,"), "control-character", Firms, 6, "id"),
        ["an id that turns the text round"] = new(Cell("F5,", "F\u202e4,"), "control-character", Firms, 6, "id"),
        ["a cell too many"] = new(Cell("3,Wazirabad,", "3,Wazirabad,,9"), "ragged-row", Firms, 6),
        ["a cell too few"] = new(Cell("3,Wazirabad,", "3,Wazirabad"), "ragged-row", Firms, 6),
        ["a delimiter in a text that is not quoted"] = new(Cell("3,Wazirabad,", "3,Wazirabad, Punjab,"), "ragged-row", Firms, 6),
        ["rows that are counted over blank lines"] = new(Cell("F3,32.5690", "\n\nF3,x"), "not-a-number", Firms, 6, "lat"),
        ["rows that are counted over breaks in cells"] = new(
            study => study.Replace(Firms, "7.5,Gujrat", "7.5,\"Guj\nrat\"").Replace(Firms, "32.5690", "x"), "not-a-number", Firms, 4, "lat"),
        ["latitude and longitude exchanged in one row"] = new(
            Cell("32.5690,74.0750", "74.0750,32.5690"), "swapped-coordinates", Firms, 4, "lon"),
        ["a latitude of 95 that could be a longitude"] = new(Cell("32.5690", "95"), "swapped-coordinates", Firms, 4, "lon"),
        ["a latitude of 195"] = new(Cell("32.5690", "195"), "coordinate-out-of-range", Firms, 4, "lat"),
        ["a latitude of 95 beside a longitude that is no latitude"] = new(
            Cell("32.5690,74.0750", "95,174.0750"), "coordinate-out-of-range", Firms, 4, "lat"),
        ["a longitude of -181"] = new(Cell("74.0750", "-181"), "coordinate-out-of-range", Firms, 4, "lon"),
        ["metres for degrees"] = new(
            Cell("32.5690,74.0750", "3603795.2,413150.9"), "coordinate-out-of-range", Firms, 4, "lat"),
        ["no latitude"] = new(Cell("32.5690", ""), "missing-coordinate", Firms, 4, "lat"),
        ["no longitude but NA"] = new(Cell("74.0750", "NA"), "missing-coordinate", Firms, 4, "lon"),
        ["the point of nought and nought"] = new(Cell("32.5690,74.0750", "0,0"), "zero-coordinate", Firms, 4, "lon"),
        ["a point far from the others"] = new(
            Cell("32.5690,74.0750", "-33.86,151.21"), "far-from-others", Firms, 4, "lon", Severity.Warning),
        ["twenty firms on one point"] = new(
            study => study.Append(Firms, string.Concat(Enumerable.Range(6, 20).Select(i => $"F{i},32.57,74.08,27,1,Gujrat,\n"))),
            "many-on-one-coordinate", Firms, 7, "lon", Severity.Warning),
        ["NaN in words"] = new(Cell("32.5690", "NaN"), "not-a-number", Firms, 4, "lat"),
        ["infinity in words"] = new(Cell("32.5690", "Infinity"), "not-a-number", Firms, 4, "lat"),
        ["infinity as a sign"] = new(Cell("32.5690", "∞"), "not-a-number", Firms, 4, "lat"),
        ["minus infinity of workers"] = new(Cell("140", "-Infinity"), "not-a-number", Firms, 5, "workers"),
        ["a number too large for a double"] = new(Cell("140", "1e999"), "not-a-number", Firms, 5, "workers"),
        ["a number too large, with blanks in it"] = new(Cell("140", "1 000e999"), "not-a-number", Firms, 5, "workers"),
        ["a number of a thousand digits"] = new(Cell("140", new string('9', 1000)), "not-a-number", Firms, 5, "workers"),
        ["fewer than no workers"] = new(Cell("140", "-140"), "negative-employment", Firms, 5, "workers"),
        ["a missing code that is a number"] = new(Cell("140", "-99"), "negative-employment", Firms, 5, "workers"),
        ["a text for a number"] = new(Cell("140", "many"), "not-a-number", Firms, 5, "workers"),
        ["a number with its unit"] = new(Cell("140", "140 pc"), "not-a-number", Firms, 5, "workers"),
        ["degrees and minutes"] = new(Cell("32.5690", "32°34′N"), "not-a-number", Firms, 4, "lat"),
        ["a number in Urdu digits"] = new(Cell("140", "۱۴۰"), "not-a-number", Firms, 5, "workers"),
        ["a hexadecimal number"] = new(Cell("140", "0x8C"), "not-a-number", Firms, 5, "workers"),
        ["a decimal comma among decimal dots"] = new(Cell("32.5690", "\"32,5690\""), "not-a-number", Firms, 4, "lat"),
        ["a decimal comma that looks like thousands"] = new(Cell("140", "\"0,140\""), "not-a-number", Firms, 5, "workers"),
        ["thousands in groups of four"] = new(Cell("140", "\"1234,567\""), "not-a-number", Firms, 5, "workers"),
        ["a formula for a number"] = new(Cell("140", "=cmd|'/C calc'!A0"), "not-a-number", Firms, 5, "workers"),
        ["a formula that adds"] = new(Cell("140", "=70+70"), "not-a-number", Firms, 5, "workers"),
        ["a status that is neither yes nor no"] = new(Cell("Gujrat,false", "Gujrat,perhaps"), "unknown-code", Firms, 4, "clustered"),
        ["2 MB in one cell"] = new(Cell("140", new string('x', 2 << 20)), "not-a-number", Firms, 5, "workers"),
        ["2 MB in an id that comes twice"] = new(
            study => study.Append(Firms, $"{new string('x', 2 << 20)},32.57,74.08,27,1,Gujrat,\n").Replace(Firms, "F5,", new string('x', 2 << 20) + ","),
            "duplicate-id", Firms, 7, "id"),
    };

    /// <summary>Gives the column of places, which the study then does not name, another name.</summary>
    private static Action<StudyFolder> Unplaced(string name) =>
        study => study.Replace(Firms, ",town,", $",{name},").Replace("study.toml", "place = \"town\"", "");

    private static Action<StudyFolder> Cell(string old, string by) => study => study.Replace(Firms, old, by);
}
