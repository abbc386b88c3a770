using Karkhana.Core.Errors;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Policy;

/// <summary>What a gain in capability costs.</summary>
/// <param name="Cost">The mean cost, in the currency of the study.</param>
/// <param name="Units">Firms × mean gain, in standard deviations of capability between firms.</param>
/// <param name="State">Whether a cost per gain is defined.</param>
/// <param name="Estimate">The cost of a gain of 0.1 standard deviations in one firm; NaN when not defined.</param>
/// <param name="Low">Its lower limit (Fieller); NaN when not known.</param>
/// <param name="High">Its upper limit.</param>
public sealed record CostPerGain(double Cost, double Units, CostPerGainState State, double Estimate, double Low, double High)
{
    /// <summary>The step of a gain that is priced, in standard deviations.</summary>
    public const double Step = 0.1;

    /// <summary>Gives the same when no firm took part in any run.</summary>
    internal CostPerGain WithoutFirms() =>
        new(Cost, 0, CostPerGainState.NobodyReached, double.NaN, double.NaN, double.NaN);

    /// <summary>Gets the cost of a standard deviation in one firm; NaN when not defined.</summary>
    public double PerUnit => State == CostPerGainState.Defined ? Cost / Units : double.NaN;

    /// <summary>Gives the cost per gain of known numbers.</summary>
    /// <param name="cost">The cost.</param>
    /// <param name="firms">The firms over which the gain is a mean.</param>
    /// <param name="gain">The mean gain over doing nothing.</param>
    /// <param name="spread">The standard deviation of capability between firms.</param>
    /// <returns>The cost per gain, without limits; not defined for a gain of 0 or below.</returns>
    public static CostPerGain Of(double cost, double firms, double gain, double spread)
    {
        Require.Between(cost, 0, double.MaxValue, nameof(cost));
        Require.Between(firms, 0, double.MaxValue, nameof(firms));
        Require.Positive(spread, nameof(spread));
        double units = firms * gain / spread;
        CostPerGainState state = units > 0 ? CostPerGainState.Defined : units < 0 ? CostPerGainState.Loss : CostPerGainState.NoGainFound;
        return new CostPerGain(cost, units, state, state == CostPerGainState.Defined ? cost / units * Step : double.NaN, double.NaN, double.NaN);
    }

    /// <summary>Gives the cost per gain of means over runs.</summary>
    internal static CostPerGain Of(RatioOfEstimates ratio, double low, double high, double level)
    {
        CostPerGainState state = low > 0 ? CostPerGainState.Defined : high < 0 ? CostPerGainState.Loss : CostPerGainState.NoGainFound;
        ConfidenceSet set = state == CostPerGainState.Defined ? ratio.Fieller(level) : new ConfidenceSet(double.NaN, double.NaN, false);
        return new CostPerGain(
            ratio.Numerator,
            ratio.Denominator,
            state,
            state == CostPerGainState.Defined ? ratio.Ratio * Step : double.NaN,
            set.IsBounded ? Math.Max(0, set.Low * Step) : double.NaN,
            set.IsBounded ? set.High * Step : double.NaN);
    }
}
