using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Learning;

/// <summary>Associations of advantages by absorptive capacity.</summary>
/// <param name="Advantages">One row per advantage.</param>
/// <param name="Curve">The direct association of each advantage over the range of the moderator.</param>
/// <param name="Options">What was asked for.</param>
/// <param name="Provenance">What made it.</param>
public sealed record CapacityModerationResult(
    IReadOnlyList<AdvantageModeration> Advantages,
    IReadOnlyList<ModerationPoint> Curve,
    CapacityModerationOptions Options,
    Provenance Provenance) : ITidyResult
{
    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>Gets the equations behind the rows, so that others can repeat them.</summary>
    public IReadOnlyList<LearningFit> Equations { get; init; } = [];

    /// <summary>Finds an advantage.</summary>
    /// <param name="advantage">The id.</param>
    /// <returns>Its row, or null when it could not be estimated.</returns>
    public AdvantageModeration? Find(string advantage) => Advantages.FirstOrDefault(row => row.Advantage == advantage);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "capacity_moderation",
        Column.Of("advantage", Advantages.Select(row => (string?)row.Advantage), "Advantage", "Id of the agglomeration advantage."),
        Column.Of("n", Advantages.Select(row => row.Firms), "Firms", "", "Firms used."),
        Column.Of("direct", Advantages.Select(row => row.Direct.Estimate), "Without effort", "SD", "Association with capability, effort held equal, at the mean of the moderator."),
        Column.Of("direct_low", Advantages.Select(row => row.Direct.Low), "Without effort, low", "SD", "Lower limit."),
        Column.Of("direct_high", Advantages.Select(row => row.Direct.High), "Without effort, high", "SD", "Upper limit."),
        Column.Of("change", Advantages.Select(row => row.Change.Estimate), "Change", "SD", "Change of the former per standard deviation of the moderator.", recommended: true),
        Column.Of("change_low", Advantages.Select(row => row.Change.Low), "Change, low", "SD", "Lower limit."),
        Column.Of("change_high", Advantages.Select(row => row.Change.High), "Change, high", "SD", "Upper limit."),
        Column.Of("change_p_value", Advantages.Select(row => row.ChangePValue), "p of the change", "", "Two-sided p-value."),
        Column.Of("change_adjusted_p_value", Advantages.Select(row => row.ChangeAdjustedPValue), "Adjusted p", "", "Corrected over changes and indices of all advantages."),
        Column.Of("index", Advantages.Select(row => row.Index.Estimate), "Index", "SD", "Change of the part through effort per standard deviation of the moderator."),
        Column.Of("index_low", Advantages.Select(row => row.Index.Low), "Index, low", "SD", "Lower limit."),
        Column.Of("index_high", Advantages.Select(row => row.Index.High), "Index, high", "SD", "Upper limit."),
        Column.Of("index_adjusted_p_value", Advantages.Select(row => row.IndexAdjustedPValue), "Adjusted p of the index", "", "Corrected over changes and indices of all advantages."),
        Column.Of("region", Advantages.Select(row => (string?)Words.Of(row.Region.Kind)), "Differs from 0", "Where the association without effort differs from 0: nowhere, everywhere, inside or outside the limits."),
        Column.Of("region_low", Advantages.Select(row => row.Region.Low), "From", "SD", "Lower limit of the region."),
        Column.Of("region_high", Advantages.Select(row => row.Region.High), "To", "SD", "Upper limit of the region."),
        Column.Of("share_in_region", Advantages.Select(row => row.ShareInRegion), "Firms in the region", "share", "Share of the firms at whose absorptive capacity it differs from 0."),
        Column.Of("share_measurement", Advantages.Select(row => row.ShareMeasurement), "Share due to measurement", "share", "Share of the variance of the change that comes from measuring with error."));

    /// <summary>Gives one row per advantage and value of the moderator, for a figure with a band.</summary>
    /// <returns>The table <c>capacity_moderation_curve</c>.</returns>
    public Table ToCurve() => Table.Of(
        "capacity_moderation_curve",
        Column.Of("advantage", Curve.Select(point => (string?)point.Advantage), "Advantage", "Id of the agglomeration advantage."),
        Column.Of("moderator", Curve.Select(point => point.Value), "Absorptive capacity", "SD", "Standard deviations from the mean, over the range of the firms."),
        Column.Of("estimate", Curve.Select(point => point.Association.Estimate), "Without effort", "SD", "Association with capability, effort held equal.", recommended: true),
        Column.Of("conf_low", Curve.Select(point => point.Association.Low), "Low", "SD", "Lower limit."),
        Column.Of("conf_high", Curve.Select(point => point.Association.High), "High", "SD", "Upper limit."),
        Column.Of("in_region", Curve.Select(point => point.InRegion), "Differs from 0", "Whether the association differs from 0 at this value, looked at by itself."));
}
