using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Learning;

/// <summary>Associations taken apart along effort.</summary>
/// <param name="Parts">One entry per exposure, form and part.</param>
/// <param name="Exposures">One entry per exposure that could be estimated.</param>
/// <param name="Options">What was asked for.</param>
/// <param name="Provenance">What made it.</param>
public sealed record EffortMediationResult(
    IReadOnlyList<MediatedPart> Parts,
    IReadOnlyList<MediatedExposure> Exposures,
    EffortMediationOptions Options,
    Provenance Provenance) : ITidyResult
{
    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>Gets the last equation of each simple and each serial chain, which names all its variables and draws, so that others can
    /// repeat the parts.</summary>
    public IReadOnlyList<LearningFit> Equations { get; init; } = [];

    /// <summary>Gets how firm each step is against something left out, by exposure and form.</summary>
    public IReadOnlyList<MediatorSensitivity> Sensitivity { get; init; } = [];

    /// <summary>Finds a part.</summary>
    /// <param name="exposure">The exposure.</param>
    /// <param name="form">The form.</param>
    /// <param name="effect">The part.</param>
    /// <returns>It, or null.</returns>
    public MediatedPart? Find(string exposure, MediationForm form, string effect) =>
        Parts.FirstOrDefault(part => part.Exposure == exposure && part.Form == form && part.Effect == effect);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "effort_mediation",
        Column.Of("exposure", Parts.Select(part => (string?)part.Exposure), "Exposure", "What firms are exposed to."),
        Column.Of("form", Parts.Select(part => (string?)Words.Of(part.Form)), "Form", "How the association is taken apart: along effort to capability (simple), on to performance (serial), with interaction, or of places."),
        Column.Of("effect", Parts.Select(part => (string?)part.Effect), "Part", "Part of the association."),
        Column.Of("n", Parts.Select(part => part.Firms), "Firms", "", "Firms used."),
        Column.Of("estimate", Parts.Select(part => part.Interval.Estimate), "Association", "SD", "Standard deviations of the outcome per standard deviation of exposure (clustered: yes against no).", recommended: true),
        Column.Of("std_error", Parts.Select(part => part.StandardError), "Standard error", "SD", "Over bootstrap samples and draws of the true scores."),
        Column.Of("conf_low", Parts.Select(part => part.Interval.Low), "Low", "SD", "Lower percentile limit."),
        Column.Of("conf_high", Parts.Select(part => part.Interval.High), "High", "SD", "Upper percentile limit."),
        Column.Of("share_measurement", Parts.Select(part => part.ShareMeasurement), "Share due to measurement", "share", "Share of the variance that comes from measuring with error."));

    /// <summary>Gives one row per exposure, form and step: how firm the part along effort is against something left out.</summary>
    /// <returns>The table <c>effort_mediation_sensitivity</c>; with the reason where ρ* is not defined.</returns>
    public Table ToSensitivity()
    {
        MediatedExposure? Of(MediatorSensitivity row) => Exposures.FirstOrDefault(exposure => exposure.Exposure == row.Exposure);
        return Table.Of(
            "effort_mediation_sensitivity",
            Column.Of("exposure", Sensitivity.Select(row => (string?)row.Exposure), "Exposure", "What firms are exposed to."),
            Column.Of("form", Sensitivity.Select(row => (string?)Words.Of(row.Form)), "Form", "How the association is taken apart."),
            Column.Of("step", Sensitivity.Select(row => (string?)row.Step), "Step", "From what to what."),
            Column.Of("n", Sensitivity.Select(row => row.Firms), "Firms", "", "Firms used."),
            Column.Of("places", Sensitivity.Select(row => Of(row)?.Places ?? 0), "Places", "", "Places resampled; 0 when firms were."),
            Column.Of("proportion", Sensitivity.Select(row => row.Form == MediationForm.Simple ? Of(row)?.Proportion ?? double.NaN : double.NaN), "Proportion along effort", "share", "Of the simple form; missing where the total is unclear or the parts have different signs."),
            Column.Of("correlation_at_zero", Sensitivity.Select(row => row.CorrelationAtZero.Estimate), "ρ*", "", "Residual correlation of both ends of the step, from something left out, at which nothing would go along it.", recommended: true),
            Column.Of("correlation_low", Sensitivity.Select(row => row.CorrelationAtZero.Low), "ρ*, low", "", "Lower limit."),
            Column.Of("correlation_high", Sensitivity.Select(row => row.CorrelationAtZero.High), "ρ*, high", "", "Upper limit."),
            Column.Of("reason", Sensitivity.Select(row => row.Undefined), "Reason", "Why it is not defined."));
    }
}
