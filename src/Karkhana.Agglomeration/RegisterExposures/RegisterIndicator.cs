using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;

namespace Karkhana.Agglomeration;

/// <summary>One quantity of the register that shows an advantage, before it is ranked.</summary>
/// <param name="AdvantageId">The id of the advantage: <c>EE01</c>.</param>
/// <param name="Name">What it is: <c>own-industry firms within 2 km</c>.</param>
/// <param name="Unit">The unit; empty for a pure number.</param>
/// <param name="LessIsMore">Whether a small value means a high exposure: distances, variety against lock-in.</param>
/// <param name="Values">One per firm of the sample; NaN when it cannot be told.</param>
public sealed record RegisterIndicator(
    string AdvantageId, string Name, string Unit, bool LessIsMore, IReadOnlyList<double> Values)
{
    /// <summary>Gives a_i = A_i/(A_i + median A), from 0 to below 1 and ½ for the middle firm: the form that the
    /// simulation reads (framework 1.4.1).</summary>
    /// <returns>One per firm; 0 where A is 0, NaN where it is not known or where small values mean more.</returns>
    public IReadOnlyList<double> Bounded()
    {
        double half = Quantiles.Median(Values);
        return [.. Values.Select(value => LessIsMore || value < 0 ? double.NaN : value == 0 ? 0 : value / (value + half))];
    }

    /// <summary>Gives the exposure that the indicator alone shows: (rank − ½)/n, the most exposed highest.</summary>
    /// <returns>One per firm; NaN where it is not known.</returns>
    public IReadOnlyList<double> Ranked() =>
        Ranks.Normalise(LessIsMore ? [.. Values.Select(value => -value)] : Values);
}
