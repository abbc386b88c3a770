using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>Mediation where treatment and mediator may interact: what would differ had only the mediator been as under the other
/// treatment.</summary>
public static class NaturalEffects
{
    internal const string Source =
        "Robins & Greenland 1992, doi:10.1097/00001648-199203000-00013; Pearl 2001, Proceedings of UAI:411-420; Imai, Keele & Tingley 2010, doi:10.1037/a0020761; VanderWeele 2014, doi:10.1097/EDE.0000000000000121";

    /// <summary>Estimates the effects in the model.</summary>
    /// <remarks>
    /// A model of the mediator given treatment and covariates, and of the outcome given treatment, mediator, their product and
    /// covariates. μ(a, a') = mean over the rows of E[Y(a, M(a'))]. total = μ(1, 1) − μ(0, 0); natural_direct = μ(1, 0) − μ(0, 0);
    /// natural_indirect = μ(1, 1) − μ(1, 0); pure_indirect = μ(0, 1) − μ(0, 0); total_direct = μ(1, 1) − μ(0, 1);
    /// mediated_interaction = total − natural_direct − pure_indirect; 0 and 1 stand for the values that are compared. With a linear outcome, or a 0/1 mediator, the mean over the
    /// mediator is exact. A linear mediator before a logit is drawn from its fitted normal distribution, in pairs about its mean, with the
    /// same draws on both sides of a difference.
    /// Assumes both models, that nothing left out drives two of the three columns, and that no third thing which the treatment moves
    /// drives mediator and outcome. Standard errors and limits by the bootstrap, models fitted anew.
    /// Cost: linear, that of mediation-bootstrap; logit, replicates × (a logit + rows × draws_in_samples).
    /// Source: Pearl 2001; Imai, Keele and Tingley 2010, doi:10.1037/a0020761, algorithm 2; VanderWeele 2014,
    /// doi:10.1097/EDE.0000000000000121. Agrees with: lm of R 4.2 and the closed formula, relative 1e-9.
    /// </remarks>
    /// <param name="sample">The observations, and the samples if they are given.</param>
    /// <param name="options">Model, values compared, draws, interval.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between samples.</param>
    /// <returns>The effects.</returns>
    /// <exception cref="ArgumentException">Treatment, mediator or their product do not vary, a logit column is not 0 and 1, or a logit has
    /// no maximum.</exception>
    public static NaturalEffectsResult Estimate(
        BootstrapSample sample, NaturalEffectsOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        MediationModel model = options.Model;
        Require.That(model.Mediators.Count == 1, nameof(model.Mediators), FormattableString.Invariant($"must be one; there were {model.Mediators.Count}"));
        bool values = double.IsFinite(options.From) && double.IsFinite(options.To) && options.From != options.To;
        Require.That(values, nameof(options.To), FormattableString.Invariant($"and from must be finite and differ; they were {options.To} and {options.From}"));
        MediationDesign design = MediationDesign.Of(sample.Observations, model);
        CounterfactualModel counterfactual = new(design, options);
        int[] all = [.. Enumerable.Repeat(1, design.Rows)];
        double[]? estimates = counterfactual.Effects(all, options.Draws);
        Require.That(estimates is not null, model.Outcome, "and its mediator must leave the logit a maximum; a combination of the columns tells 0 from 1 without error");
        EffectBootstrap bootstrap = new(sample, design.Design.Rows, options, options.Resampling);
        double[] undefined = [.. estimates!.Select(_ => double.NaN)];
        EffectTable effects = bootstrap.Of(
            ["total", "natural_direct", "natural_indirect", "pure_indirect", "total_direct", "mediated_interaction"],
            estimates!, counts => counterfactual.Effects(counts, options.DrawsInSamples) ?? undefined, execution, cancellationToken);
        return new NaturalEffectsResult
        {
            Effects = effects,
            Rows = design.Design.Rows,
            Notes = [.. design.Notes(sample.Observations), .. bootstrap.Notes(effects)],
            Provenance = new Provenance(
                "econometrics.natural-effects",
                FormattableString.Invariant(
                    $"outcome = {model.Outcome} ({options.Outcome}), treatment = {model.Treatment} from {options.From} to {options.To}, mediator = {model.Mediators[0]} ({options.Mediator}), interaction = {options.Interaction}, draws = {options.Draws}, interval = {options.Interval}, level = {options.Level}, samples = {effects.Draws}"),
                Source,
                options.Seed),
        };
    }
}
