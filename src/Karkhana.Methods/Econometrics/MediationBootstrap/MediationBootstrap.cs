using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>Indirect associations through mediators, with bootstrap intervals.</summary>
public static class MediationBootstrap
{
    internal const string Source =
        "Hayes 2018, Introduction to Mediation, Moderation, and Conditional Process Analysis; Efron 1987, doi:10.1080/01621459.1987.10478410; Preacher & Hayes 2008, doi:10.3758/BRM.40.3.879";

    /// <summary>Estimates the effects.</summary>
    /// <remarks>
    /// Every equation by least squares with treatment, covariates and the mediators before it. One mediator: indirect = ab,
    /// direct, total. Two in series: via_first = a₁b₁, via_second = a₂b₂, serial = a₁d b₂. In parallel: via_m = a_m b_m of each.
    /// total = direct + all indirect, exactly. Standard errors: standard deviation (n − 1) over the samples. Limits: quantiles of
    /// type 7; bias-corrected at Φ(2z₀ ± z); accelerated by leaving out one row or cluster. Samples: as given, else drawn: rows;
    /// with clusters, clusters and rows within them.
    /// Assumes linear equations without interaction of treatment and mediator, and no common source of mediator and outcome
    /// that is left out; the last cannot be seen in the data (see mediation-sensitivity).
    /// All equations are read from one triangular factor, which each sample updates from its row counts (see the remarks of
    /// CountedFactor for why no digits are lost). Cost: replicates × rows × columns²/2; accelerated: the same for rows (or
    /// clusters) more samples.
    /// Source: Hayes 2018; Preacher and Hayes 2008, doi:10.3758/BRM.40.3.879; Efron 1987,
    /// doi:10.1080/01621459.1987.10478410. Agrees with: lm of R 4.2 on each resample, relative 1e-8.
    /// </remarks>
    /// <param name="sample">The observations, and the samples if they are given.</param>
    /// <param name="options">Model and interval.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between samples.</param>
    /// <returns>The effects.</returns>
    /// <exception cref="ArgumentException">A treatment or mediator does not vary, there are too few rows, or a sample holds no
    /// row number.</exception>
    public static MediationBootstrapResult Estimate(
        BootstrapSample sample, MediationBootstrapOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        MediationModel model = options.Model;
        Require.That(
            model.Mediators.Count <= 2 || options.Arrangement == MediatorArrangement.Parallel, nameof(model.Mediators),
            FormattableString.Invariant($"must be one or two in series; there were {model.Mediators.Count}"));
        MediationDesign design = MediationDesign.Of(sample.Observations, model);
        EffectBootstrap bootstrap = new(sample, design.Design.Rows, options, options.Resampling);
        EffectTable effects = bootstrap.Of(
            MediationEffects.Names(model, options.Arrangement),
            (design.Columns, design.Design.Weights),
            factor => MediationEffects.Of(factor, design, options.Arrangement),
            execution,
            cancellationToken);
        return new MediationBootstrapResult
        {
            Effects = effects,
            Rows = design.Design.Rows,
            Notes = [.. design.Notes(sample.Observations), .. bootstrap.Notes(effects)],
            Provenance = new Provenance(
                "econometrics.mediation-bootstrap",
                FormattableString.Invariant(
                    $"outcome = {model.Outcome}, treatment = {model.Treatment}, mediators = [{string.Join(", ", model.Mediators)}], arrangement = {options.Arrangement}, interval = {options.Interval}, level = {options.Level}, samples = {effects.Draws}, given = {sample.Resamples is not null}"),
                Source,
                sample.Resamples is null ? options.Seed : null),
        };
    }
}
