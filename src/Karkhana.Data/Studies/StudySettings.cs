namespace Karkhana.Data.Studies;

/// <summary>What the <c>[study]</c> part of study.toml says.</summary>
/// <param name="Folder">The folder of the study.</param>
/// <param name="Name">The short name, used for files.</param>
/// <param name="Title">The title that people read.</param>
/// <param name="Seed">The seed of every random draw.</param>
/// <param name="Currency">The ISO 4217 code of money columns; empty when there are none.</param>
public sealed record StudySettings(string Folder, string Name, string Title, ulong Seed, string Currency)
{
    /// <summary>Gets the wage of a skilled worker for a day, in the currency of the study.</summary>
    /// <value>Above 0; null, the default, when the study gives none.</value>
    public double? DailyWage { get; init; }

    /// <summary>Gets the published history of the place, which the simulation tells beside the levers.</summary>
    /// <value>Null, the default, for a place without one.</value>
    public StudyHistory? History { get; init; }

    /// <summary>Gets the firms that those of a cluster are compared with in the advice.</summary>
    /// <value>Dispersed firms unless the study says otherwise.</value>
    public ComparisonFirms Comparison { get; init; } = ComparisonFirms.Dispersed;
}
