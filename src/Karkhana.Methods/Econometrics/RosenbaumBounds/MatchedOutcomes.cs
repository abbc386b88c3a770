using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>The outcomes of matched pairs.</summary>
/// <param name="Treated">The outcome of the treated unit of each pair.</param>
/// <param name="Control">The outcome of its control.</param>
public sealed record MatchedOutcomes(IReadOnlyList<double> Treated, IReadOnlyList<double> Control)
{
    /// <summary>Reads the input <c>pairs</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The pairs.</returns>
    public static MatchedOutcomes Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable pairs = request.Table("pairs");
        return new MatchedOutcomes(pairs.CompleteNumbers("treated"), pairs.CompleteNumbers("control"));
    }

    /// <summary>Gives treated less control; refuses an empty list, lists of different length and values that are not finite.</summary>
    internal double[] Differences()
    {
        Require.Finite(Treated, nameof(Treated));
        Require.SameLength(Treated.Count, Control.Count, nameof(Control));
        Require.Finite(Control, nameof(Control));
        return [.. Treated.Zip(Control, (treated, control) => treated - control)];
    }
}
