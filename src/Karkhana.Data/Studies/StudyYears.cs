namespace Karkhana.Data.Studies;

/// <summary>The years that a study may speak of.</summary>
/// <param name="Declared">The year that the register describes, or null when study.toml does not say.</param>
internal sealed record StudyYears(int? Declared)
{
    private const int First = 1800;
    private const int Last = 2100;

    /// <summary>Gets the rule in words.</summary>
    public string Expected => Declared is { } year
        ? FormattableString.Invariant($"a whole year from {First} to study.year, {year}")
        : FormattableString.Invariant($"a whole year from {First} to {Last}");

    /// <summary>Reads <c>study.year</c>.</summary>
    public static StudyYears Read(StudyToml toml) => new(toml.Year("study", "year", new StudyYears((int?)null)));

    /// <summary>Says whether a number is such a year.</summary>
    public bool Holds(double year) => year >= First && year <= (Declared ?? Last) && year == Math.Floor(year);
}
