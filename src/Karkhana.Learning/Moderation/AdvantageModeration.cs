using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>How the association of one advantage with capability changes with absorptive capacity.</summary>
/// <param name="Advantage">The id of the advantage.</param>
/// <param name="Firms">The firms behind the capability equation.</param>
/// <param name="Direct">Effort held equal, at the mean of the moderator.</param>
/// <param name="Change">The change of the former per standard deviation of the moderator.</param>
/// <param name="ChangePValue">The two-sided p-value of the change.</param>
/// <param name="Index">The index of moderated mediation: the change of the part through effort per standard deviation of the moderator.</param>
/// <param name="IndexPValue">The greater of the p-values of its two factors.</param>
/// <param name="Region">The values of the moderator at which the direct association differs from 0, each looked at by itself.</param>
/// <param name="ShareInRegion">The share of the firms in the region.</param>
/// <param name="ShareMeasurement">The share of the variance of the change that comes from measuring with error.</param>
public sealed record AdvantageModeration(
    string Advantage,
    int Firms,
    PathInterval Direct,
    PathInterval Change,
    double ChangePValue,
    PathInterval Index,
    double IndexPValue,
    JohnsonNeymanRegion Region,
    double ShareInRegion,
    double ShareMeasurement)
{
    /// <summary>Gets the p-value of the change, corrected over the changes and indices of all advantages.</summary>
    public double ChangeAdjustedPValue { get; init; } = double.NaN;

    /// <summary>Gets the p-value of the index, corrected over the changes and indices of all advantages.</summary>
    public double IndexAdjustedPValue { get; init; } = double.NaN;
}
