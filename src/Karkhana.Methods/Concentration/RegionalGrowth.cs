using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>A value per region at the start and at the end of a period: income per head, productivity.</summary>
/// <param name="Start">The values at the start.</param>
/// <param name="End">The values at the end.</param>
public sealed record RegionalGrowth(IReadOnlyList<double> Start, IReadOnlyList<double> End)
{
    /// <summary>Gets the description of the input <c>regions</c>.</summary>
    internal static InputSpec Spec { get; } = new("regions", "start, end");

    /// <summary>Reads the input <c>regions</c> of a request; a missing cell is refused.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The values.</returns>
    public static RegionalGrowth Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable regions = request.Table("regions");
        return new RegionalGrowth(regions.CompleteNumbers("start"), regions.CompleteNumbers("end"));
    }

    /// <summary>Refuses lists of different length, missing values and, where logarithms are taken, values that are not
    /// above 0.</summary>
    internal void Check(bool positive)
    {
        Require.Finite(Start, nameof(Start));
        Require.Finite(End, nameof(End));
        Require.SameLength(Start.Count, End.Count, nameof(End));
        if (positive)
        {
            UnitValues.Positive(Start, nameof(Start));
            UnitValues.Positive(End, nameof(End));
        }
    }
}
