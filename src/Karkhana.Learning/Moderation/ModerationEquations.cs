using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>The effort and the capability equation of one advantage, with products.</summary>
internal sealed class ModerationEquations
{
    private const string Effort = Constructs.Effort;
    private const string Capability = Constructs.Capability;

    // Beyond the addresses of the account (by advantage) and of the hypotheses (1000 on).
    private const int FirstAddress = 2000;

    private readonly LearningFit _effort;
    private readonly LearningFit _capability;
    private readonly string _advantage;
    private readonly string _moderator;
    private readonly string _product;
    private readonly double[] _values;

    private ModerationEquations(LearningVariables variables, string advantage, string moderator, LearningFit effort, LearningFit capability)
    {
        (_effort, _capability, _advantage, _moderator) = (effort, capability, advantage, moderator);
        _product = Product(advantage, moderator);
        _values = [.. capability.Firms.Select(firm => variables.Of(moderator)[firm])];
    }

    /// <summary>Estimates them; null with the reason where they cannot be estimated.</summary>
    public static (ModerationEquations? Equations, string? Reason) Estimate(
        LearningVariables variables, string advantage, CapacityModerationOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        string moderator = options.Moderator;
        string[] held = [.. LearningRegressions.Controls(variables).Where(name => name != moderator), .. LearningRegressions.StatusTerm(variables.Sample)];
        LearningEquation effort = new("effort", Effort, [advantage, moderator, .. held]);
        LearningEquation capability = new(
            "capability_moderated", Capability, [advantage, Product(advantage, moderator), Effort, Product(Effort, moderator), moderator, .. held]);
        LearningFit? Fit(LearningEquation equation) => LearningEquations.Estimate(variables, equation, options.Equations, execution, cancellationToken);
        if (Fit(effort) is not { } first || Fit(capability) is not { } second)
        {
            return (null, "too few firms have all values");
        }

        string[] needed = [advantage, Product(advantage, moderator), Effort, Product(Effort, moderator)];
        return first.Coefficients.Find(advantage) < 0 || needed.Any(term => second.Coefficients.Find(term) < 0)
            ? (null, "a product with the moderator does not vary beyond the other terms")
            : (new ModerationEquations(variables, advantage, moderator, first, second), null);
    }

    /// <summary>Gets the equation of effort and that of capability.</summary>
    public IEnumerable<LearningFit> Fits => [_effort, _capability];

    public AdvantageModeration Row(CapacityModerationOptions options, ulong seed, int place)
    {
        JohnsonNeymanRegion region = Region(options.Equations.Level);
        string carried = Product(Effort, _moderator);
        double[] draws = [.. Draws(_effort, _advantage, options, (seed, place, 0)).Zip(Draws(_capability, carried, options, (seed, place, 1)), (a, b) => a * b)];
        return new AdvantageModeration(
            _advantage,
            Math.Min(_effort.Firms.Count, _capability.Firms.Count),
            At(0, options.Equations.Level),
            Slope(_capability, _product),
            PValue(_capability, _product),
            CoefficientDraws.Interval(Slope(_effort, _advantage).Estimate * Slope(_capability, carried).Estimate, draws, options.Equations.Level),
            Math.Max(PValue(_effort, _advantage), PValue(_capability, carried)),
            region,
            _values.Count(region.Holds) / (double)_values.Length,
            _capability.Pooled.ShareBetween[_capability.Coefficients.Find(_product)]);
    }

    /// <summary>Gives the direct association over the range of the firms.</summary>
    public IEnumerable<ModerationPoint> Curve(CapacityModerationOptions options)
    {
        JohnsonNeymanRegion region = Region(options.Equations.Level);
        (double low, double high) = (_values.Min(), _values.Max());
        for (int point = 0; point < options.CurvePoints; point++)
        {
            double value = low + ((high - low) * point / (options.CurvePoints - 1));
            yield return new ModerationPoint(_advantage, value, At(value, options.Equations.Level), region.Holds(value));
        }
    }

    private static string Product(string first, string second) => $"{first}:{second}";

    // b2 + b4·w with the variance of the sum.
    private PathInterval At(double value, double level)
    {
        double estimate = Slope(_capability, _advantage).Estimate + (value * Slope(_capability, _product).Estimate);
        double variance = _capability.Covariance(_advantage, _advantage)
            + (2 * value * _capability.Covariance(_advantage, _product))
            + (value * value * _capability.Covariance(_product, _product));
        CoefficientTable at = new([_advantage], [estimate], [Math.Sqrt(Math.Max(0, variance))], [Degrees], level);
        return new PathInterval(estimate, at.ConfidenceLow[0], at.ConfidenceHigh[0]);
    }

    private JohnsonNeymanRegion Region(double level) => JohnsonNeymanRegion.Of(
        (Slope(_capability, _advantage).Estimate, Slope(_capability, _product).Estimate),
        (_capability.Covariance(_advantage, _advantage), _capability.Covariance(_advantage, _product), _capability.Covariance(_product, _product)),
        Critical(level));

    private double Critical(double level) => new CoefficientTable([_advantage], [0], [1], [Degrees], level).ConfidenceHigh[0];

    // The fewer of the two, so that the band of the curve and the region agree at every value.
    private double Degrees => Math.Min(
        _capability.Coefficients.DegreesOfFreedom[_capability.Coefficients.Find(_advantage)],
        _capability.Coefficients.DegreesOfFreedom[_capability.Coefficients.Find(_product)]);

    private static PathInterval Slope(LearningFit fit, string term)
    {
        int place = fit.Coefficients.Find(term);
        return new PathInterval(fit.Coefficients.Estimates[place], fit.Coefficients.ConfidenceLow[place], fit.Coefficients.ConfidenceHigh[place]);
    }

    private static double PValue(LearningFit fit, string term) => fit.Coefficients.PValues[fit.Coefficients.Find(term)];

    private static double[] Draws(LearningFit fit, string term, CapacityModerationOptions options, (ulong Seed, int Place, int Equation) address) =>
        new CoefficientDraws(
            fit, [term], options.Draws,
            new RandomStream(address.Seed, RandomPurpose.ChannelPaths, FirstAddress + address.Place, address.Equation)).Of(term);
}
