using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Methods;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>Takes the association of one exposure apart.</summary>
internal sealed class ExposureMediation(
    LearningVariables variables, string exposure, EffortMediationOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
{
    public const string Effort = Constructs.Effort;
    public const string Capability = Constructs.Capability;

    private const int LeastReplicates = 19;

    private readonly string[] _covariates =
    [
        .. LearningRegressions.Controls(variables).Concat(LearningRegressions.StatusTerm(variables.Sample))
            .Where(name => name != exposure && name is not (Effort or Capability)),
    ];

    public List<MediatedPart> Parts { get; } = [];

    public List<Note> Notes { get; } = [];

    public List<MediatorSensitivity> Sensitivity { get; } = [];

    public MediatedExposure? Row { get; private set; }

    /// <summary>Gets the last equation of each chain.</summary>
    public List<LearningFit> Equations { get; } = [];

    public void Estimate()
    {
        LearningEquation last = new(Capability, Capability, [exposure, Effort, .. _covariates]);
        MediationDraws draws = new(variables, last, options.Equations);
        if (draws.Samples.Count == 0)
        {
            Notes.Add(Missed(FormattableString.Invariant($"only {draws.Firms} firms have all values")));
            return;
        }

        if (draws.Places is > 0 and < FewPlaces.Enough)
        {
            Notes.Add(new Note("few-places", Severity.Warning, FormattableString.Invariant(
                $"{exposure}: only {draws.Places} places are resampled; below {FewPlaces.Enough} the intervals are likely too narrow.")));
        }

        try
        {
            Simple(draws);
            Keep(last);
            Interaction(draws);
            if (draws is { IsOfPlaces: true, Places: > 0 })
            {
                OfPlaces(draws);
            }

            Serial();
        }
        catch (ArgumentException problem)
        {
            Notes.Add(Missed(problem.Message));
        }
    }

    private Note Missed(string reason) => new("not-estimated", Severity.Warning, $"{exposure}: {reason}. We cannot tell how far it goes along effort.");

    private void Simple(MediationDraws draws)
    {
        MediationModel model = Model(Capability, Effort);
        MediatedPart[] parts = Pool(draws, MediationForm.Simple, (sample, number) => MediationBootstrap.Estimate(
            sample, With(new MediationBootstrapOptions { Model = model }, draws, number), execution, cancellationToken).Effects);
        PathInterval zero = AtZero(draws, MediationForm.Simple, model);
        Parts.AddRange(parts);
        (PathInterval indirect, PathInterval direct, PathInterval total) = (parts[0].Interval, parts[1].Interval, parts[2].Interval);
        bool tells = total.IsClear && indirect.Estimate * direct.Estimate >= 0;
        Row = new MediatedExposure(exposure, draws.Firms, draws.Places, tells ? indirect.Estimate / total.Estimate : double.NaN, zero);
    }

    // The residual correlation of the step from the one mediator of the model to its outcome, at which nothing would go along it.
    private PathInterval AtZero(MediationDraws draws, MediationForm form, MediationModel model)
    {
        MediatedPart zero = Pool(draws, form, (sample, number) => MediationSensitivity.Estimate(
            sample, With(new MediationSensitivityOptions { Model = model, Correlations = [0] }, draws, number), execution, cancellationToken).Table)[0];
        Sensitivity.Add(new MediatorSensitivity(exposure, form, $"{model.Mediators[0]}, {model.Outcome}", draws.Firms, zero.Interval, null));
        return zero.Interval;
    }

    private void Undefined(MediationDraws draws, MediationForm form, string why) =>
        Sensitivity.Add(new MediatorSensitivity(exposure, form, $"{Effort}, {Capability}", draws.Firms, PathInterval.None, why));

    private void Interaction(MediationDraws draws)
    {
        Parts.AddRange(Pool(draws, MediationForm.Interaction, (sample, number) => NaturalEffects.Estimate(
            sample, With(new NaturalEffectsOptions { Model = Model(Capability, Effort) }, draws, number), execution, cancellationToken).Effects));
        Undefined(draws, MediationForm.Interaction,
            "With interaction the slope of effort differs by exposure, so that no single correlation brings the part along effort to 0 for all firms.");
    }

    private void OfPlaces(MediationDraws draws)
    {
        Parts.AddRange(Pool(draws, MediationForm.Places, (sample, number) => MultilevelMediation.Estimate(
            sample, With(new MultilevelMediationOptions { Model = Model(Capability, Effort) }, draws, number), execution, cancellationToken).Effects));
        Undefined(draws, MediationForm.Places,
            "What runs along effort between places would need the correlation of what places share, and the formula knows that of firms only.");
    }

    private void Serial()
    {
        if (!variables.HasValues(HypothesisVariables.Performance))
        {
            return;
        }

        LearningEquation last = new(
            HypothesisVariables.Performance, HypothesisVariables.Performance, [exposure, Effort, Capability, .. _covariates]);
        MediationDraws draws = new(variables, last, options.Equations);
        if (draws.Samples.Count > 0)
        {
            MediationModel model = Model(HypothesisVariables.Performance, Effort, Capability);
            Parts.AddRange(Pool(draws, MediationForm.Serial, (sample, number) => MediationBootstrap.Estimate(
                sample, With(new MediationBootstrapOptions { Model = model }, draws, number), execution, cancellationToken).Effects));
            AtZero(draws, MediationForm.Serial, Model(Capability, Effort));
            AtZero(draws, MediationForm.Serial, Model(HypothesisVariables.Performance, Capability) with { Covariates = [Effort, .. _covariates] });
            Keep(last);
        }
    }

    private void Keep(LearningEquation last)
    {
        if (LearningEquations.Estimate(variables, last, options.Equations, execution, cancellationToken) is { } fit)
        {
            Equations.Add(fit);
        }
    }

    private MediatedPart[] Pool(MediationDraws draws, MediationForm form, Func<BootstrapSample, int, EffectTable> estimate) =>
        [.. PooledEffects.Of((exposure, form, draws.Firms), [.. draws.Samples.Select(estimate)], options.Equations.Level)];

    private MediationModel Model(string outcome, params string[] mediators) =>
        new() { Outcome = outcome, Treatment = exposure, Mediators = mediators, Covariates = _covariates };

    private TOptions With<TOptions>(TOptions of, MediationDraws draws, int number)
        where TOptions : BootstrapIntervalOptions => of with
        {
            Level = options.Equations.Level,
            Replicates = Math.Max(LeastReplicates, (options.Replicates + draws.Samples.Count - 1) / draws.Samples.Count),
            Seed = variables.Sample.Seed + (ulong)number,
        };
}
