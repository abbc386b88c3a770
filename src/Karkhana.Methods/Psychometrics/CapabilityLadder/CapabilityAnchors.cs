using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Answers to anchored capability items of one firm.</summary>
/// <param name="Functions">The function of each anchor.</param>
/// <param name="Complexities">The complexity row of each anchor: 1 basic, 2 intermediate, 3 advanced.</param>
/// <param name="Scores">The score of each anchor from 0 to 3; NaN is not applicable.</param>
public sealed record CapabilityAnchors(
    IReadOnlyList<string> Functions, IReadOnlyList<int> Complexities, IReadOnlyList<double> Scores)
{
    /// <summary>Reads the input <c>anchors</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The anchors.</returns>
    public static CapabilityAnchors Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable anchors = request.Table("anchors");
        double[] rows = anchors.CompleteNumbers("complexity");
        Require.That(rows.All(row => row is 1 or 2 or 3), "complexity", "must be 1, 2 or 3");
        return new CapabilityAnchors(
            anchors.Texts("function"), [.. rows.Select(row => (int)row)], anchors.Numbers("score"));
    }
}
