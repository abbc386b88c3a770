using Karkhana.Core.Errors;

namespace Karkhana.Tests.Data.Studies;

/// <summary>Studies with a broken study.toml.</summary>
internal static class HostileSettings
{
    private const string Toml = "study.toml";

    public static IReadOnlyDictionary<string, HostileStudy> All { get; } = new Dictionary<string, HostileStudy>
    {
        ["no study.toml"] = new(study => study.Delete(Toml), "no-study", Toml),
        ["no folder"] = new(study => Directory.Delete(study.Root, recursive: true), "no-study", Toml),
        ["study.toml is a folder"] = new(study => Directory.CreateDirectory(study.Delete(Toml).PathOf(Toml)), "no-study", Toml),
        ["study.toml is empty"] = new(study => study.Write(Toml, ""), "missing-key", Toml, null, "study.name"),
        ["no TOML"] = new(study => study.Write(Toml, "{ \"study\": 1 }"), "unreadable-toml", Toml),
        ["a quotation mark left open"] = new(Setting("name = \"fans\"", "name = \"fans"), "unreadable-toml", Toml),
        ["a key twice"] = new(Setting("seed = 7", "seed = 7\nseed = 8"), "unreadable-toml", Toml),
        ["a part twice"] = new(study => study.Append(Toml, "[firms]\n"), "unreadable-toml", Toml),
        ["study.toml of NUL bytes"] = new(study => study.Write(Toml, new byte[4096]), "unreadable-toml", Toml),
        ["study.toml in UTF-8 that is broken"] = new(study => study.Write(Toml, [0x61, 0xFF, 0xC3, 0x28, 0x3D]), "unreadable-toml", Toml),
        ["study.toml of 2 MB"] = new(study => study.Append(Toml, new string('#', 2 << 20)), "unreadable-toml", Toml),
        ["brackets nested very deep"] = new(
            study => study.Write(Toml, "a = " + new string('[', 200_000)), "unreadable-toml", Toml),
        ["inline tables nested very deep"] = new(
            study => study.Write(Toml, "a = " + string.Concat(Enumerable.Repeat("{a=", 200_000))), "unreadable-toml", Toml),
        ["a history that does not ship"] = new(Setting("seed = 7", "seed = 7\nhistory = \"rome\""), "unknown-history", Toml, null, "study.history"),
        ["a comparison that is not known"] = new(
            study => study.Append(Toml, "[policy]\ncomparison = \"the moon\"\n"), "unknown-comparison", Toml, null, "policy.comparison"),
        ["a comparison with places without places"] = new(
            study => study.Append(Toml, "[policy]\ncomparison = \"places\"\n"), "missing-key", Toml, null, "policy.places"),
        ["a place to compare with that nobody knows"] = new(
            study => study.Append(Toml, "[policy]\nplaces = [\"Atlantis\"]\n"), "unknown-place", Toml, null, "policy.places"),
        ["a text for a list of places"] = new(
            study => study.Append(Toml, "[policy]\nplaces = \"Atlantis\"\n"), "wrong-type", Toml, null, "policy.places"),
        ["numbers for places"] = new(
            study => study.Append(Toml, "[policy]\nplaces = [1, 2]\n"), "wrong-type", Toml, null, "policy.places"),
        ["places beside another comparison"] = new(
            study => study.Append(Toml, "[policy]\ncomparison = \"clusters\"\nplaces = [\"Atlantis\"]\n"), "unused-key", Toml, null, "policy.places", Severity.Warning),
        ["a key that nobody knows"] = new(
            Setting("[ties]", "colour = \"red\"\n[ties]"), "unknown-key", Toml, null, "firms.colour", Severity.Warning),
        ["a part that nobody knows"] = new(
            study => study.Append(Toml, "[firm]\nid = \"x\"\n"), "unknown-key", Toml, null, "firm", Severity.Warning),
        ["a part with a line break in its name"] = new(
            study => study.Append(Toml, "[\"a\\nb\"]\n"), "unknown-key", Toml, null, "a\\u000ab", Severity.Warning),
        ["a part with a very long name"] = new(
            study => study.Append(Toml, $"[{new string('a', 500_000)}]\n"), "unknown-key", Toml, null, $"{new string('a', 60)}…", Severity.Warning),
        ["a number for a text"] = new(Setting("id = \"id\"", "id = 3"), "wrong-type", Toml, null, "firms.id"),
        ["a daily wage of nothing"] = new(
            Setting("weight = \"weight\"", "daily_wage = 0"), "wrong-type", Toml, null, "survey.daily_wage"),
        ["a daily wage without end"] = new(
            Setting("weight = \"weight\"", "daily_wage = inf"), "wrong-type", Toml, null, "survey.daily_wage"),
        ["a daily wage in words"] = new(
            Setting("weight = \"weight\"", "daily_wage = \"1250\""), "wrong-type", Toml, null, "survey.daily_wage"),
        ["an empty text"] = new(Setting("\"firms.csv\"", "\"\""), "wrong-type", Toml, null, "firms.file"),
        ["a value for a part"] = new(
            study => study.Write(Toml, "firms = 3\n[study]\nname = \"fans\"\n"), "missing-key", Toml, null, "firms.file"),
        ["a list of parts"] = new(Setting("[firms]", "[[firms]]"), "missing-key", Toml, null, "firms.file"),
        ["no name"] = new(Setting("name = \"fans\"", ""), "missing-key", Toml, null, "study.name"),
        ["no file of firms"] = new(Setting("file = \"firms.csv\"", ""), "missing-key", Toml, null, "firms.file"),
        ["no column of latitudes"] = new(Setting("latitude = \"lat\"", ""), "missing-key", Toml, null, "firms.latitude"),
        ["x without crs"] = new(
            Setting("latitude = \"lat\"\nlongitude = \"lon\"", "x = \"lon\"\ny = \"lat\""), "missing-key", Toml, null, "firms.crs"),
        ["an unknown EPSG code"] = new(Planar("EPSG:99999"), "unknown-crs", Toml, null, "firms.crs"),
        ["an EPSG code far beyond any"] = new(Planar("EPSG:99999999999999999999"), "unknown-crs", Toml, null, "firms.crs"),
        ["degrees declared as planar"] = new(Planar("EPSG:4326"), "unknown-crs", Toml, null, "firms.crs"),
        ["a crs without EPSG"] = new(Planar("UTM 43N"), "unknown-crs", Toml, null, "firms.crs"),
        ["ties without a file"] = new(Setting("file = \"ties.csv\"", ""), "missing-key", Toml, null, "ties.file"),
        ["ties without an end"] = new(Setting("to = \"to\"", ""), "missing-key", Toml, null, "ties.to"),
        ["a survey without a codebook"] = new(
            Setting("codebook = \"codebook.csv\"", ""), "missing-key", Toml, null, "survey.codebook"),
        ["a negative seed"] = new(Setting("seed = 7", "seed = -7"), "wrong-type", Toml, null, "study.seed"),
        ["a seed with a fraction"] = new(Setting("seed = 7", "seed = 7.5"), "wrong-type", Toml, null, "study.seed"),
        ["a seed in quotation marks"] = new(Setting("seed = 7", "seed = \"7\""), "wrong-type", Toml, null, "study.seed"),
        ["a seed beyond 64 bits"] = new(
            Setting("seed = 7", "seed = 99999999999999999999999"), "unreadable-toml", Toml),
    };

    private static Action<StudyFolder> Setting(string old, string by) => study => study.Replace(Toml, old, by);

    private static Action<StudyFolder> Planar(string crs) =>
        Setting("latitude = \"lat\"\nlongitude = \"lon\"", $"x = \"lon\"\ny = \"lat\"\ncrs = \"{crs}\"");
}
