using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>Indirect and direct associations that change with a third column.</summary>
public static class ModeratedMediation
{
    internal const string Source =
        "Hayes 2015, doi:10.1080/00273171.2014.962683; Bauer & Curran 2005, doi:10.1207/s15327906mbr4003_5; Johnson & Fay 1950, doi:10.1007/BF02288864";

    /// <summary>Estimates the parts.</summary>
    /// <remarks>
    /// Mediator: m = a₀ + a₁x (+ a₂w + a₃xw when the first step is moderated). Outcome: y = b₀ + b₁m + b₂x + b₃w + b₄xw + b₅mw;
    /// a product is in the model when its step is named, and b₄ also when the first step is. Indirect at w: (a₁ + a₃w)(b₁ +
    /// b₅w); direct at w: b₂ + b₄w. index = a₁b₅ (or a₃b₁): how the indirect part changes per unit of w; with both steps moderated it is
    /// no line and has no index. Standard errors and limits by the bootstrap. Region (Johnson and Neyman): the w at which the
    /// direct part differs from 0, by the covariance of the outcome equation and Student's t.
    /// Assumes linear equations with these products only, and what mediation-bootstrap assumes. Cost: that of the bootstrap.
    /// Source: Hayes 2015, doi:10.1080/00273171.2014.962683; Bauer and Curran 2005, doi:10.1207/s15327906mbr4003_5.
    /// Agrees with: lm of R 4.2 and the formulas, relative 1e-9.
    /// </remarks>
    /// <param name="sample">The observations, and the samples if they are given.</param>
    /// <param name="options">Model, moderator, steps, values.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between samples.</param>
    /// <returns>The parts at each value.</returns>
    /// <exception cref="ArgumentException">Treatment, mediator, moderator or a product does not vary beyond the columns before
    /// it, or there are too few rows.</exception>
    public static ModeratedMediationResult Estimate(
        BootstrapSample sample, ModeratedMediationOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        ModeratedDesign design = ModeratedDesign.Of(sample.Observations, options);
        double mean = Sums.Mean(design.Moderator);
        double spread = Math.Sqrt(Sums.Variance(design.Moderator));
        double[] values = options.Values.Count > 0 ? [.. options.Values] : [mean - spread, mean, mean + spread];
        ModeratedEffects effects = new(design, options);
        int[] rows = MediationDesign.Of(
            sample.Observations, options.Model with { Covariates = [.. options.Model.Covariates, options.Moderator] }).Design.Rows;
        EffectBootstrap bootstrap = new(sample, rows, options, options.Resampling);
        EffectTable table = bootstrap.Of(
            ["index", .. values.Select(value => FormattableString.Invariant($"indirect at {value}")), .. values.Select(value => FormattableString.Invariant($"direct at {value}"))],
            ([.. design.Design.Columns, design.Design.Outcome], design.Design.Weights),
            factor => effects.Of(factor, values), execution, cancellationToken);
        JohnsonNeymanRegion region = ModeratedRegion.Of(design, options);
        return new ModeratedMediationResult
        {
            Values = values,
            Table = table,
            Region = region,
            ShareInRegion = design.Moderator.Count(region.Holds) / (double)design.Moderator.Length,
            Rows = rows,
            Notes =
            [
                .. AliasedTerms.Notes(design.Design), .. DesignNotes.Dropped(sample.Observations.Data.RowCount - rows.Length, sample.Observations.Data.RowCount),
                .. bootstrap.Notes(table), .. effects.Notes(),
            ],
            Provenance = new Provenance(
                "econometrics.moderated-mediation",
                FormattableString.Invariant(
                    $"outcome = {options.Model.Outcome}, treatment = {options.Model.Treatment}, mediator = {options.Model.Mediators[0]}, moderator = {options.Moderator}, paths = [{string.Join(", ", options.Paths)}], interval = {options.Interval}, level = {options.Level}, samples = {table.Draws}"),
                Source,
                sample.Resamples is null ? options.Seed : null),
        };
    }
}
