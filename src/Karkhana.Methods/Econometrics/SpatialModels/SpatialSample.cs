using System.Globalization;
using Karkhana.Core.Errors;
using Karkhana.Core.Measures;
using Karkhana.Methods.Spatial;

namespace Karkhana.Methods.Econometrics;

/// <summary>Observations with places, and who is whose neighbour.</summary>
/// <param name="Sample">The observations.</param>
/// <param name="Weights">The weights of the neighbours, by the row of the observation; their rows are made to add up to 1.</param>
public sealed record SpatialSample(RegressionSample Sample, SpatialWeights Weights)
{
    internal static IReadOnlyList<InputSpec> Inputs { get; } =
    [
        new InputSpec("sample", RegressionSample.Roles + ", optional id (without it the row number)"),
        new InputSpec("weights", "from, to, optional weight"),
    ];

    /// <summary>Reads the inputs <c>sample</c> (variables, id) and <c>weights</c> (from, to, weight) of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The sample.</returns>
    public static SpatialSample Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        RegressionSample sample = RegressionSample.Read(request);
        string[] ids = request.Table("sample").OptionalTexts("id")
            ?? [.. Enumerable.Range(1, sample.Data.RowCount).Select(row => row.ToString(CultureInfo.InvariantCulture))];
        return new SpatialSample(sample, SpatialWeights.Read(request, ids, "sample"));
    }

    /// <summary>Refuses what no model of this family can use.</summary>
    internal void Check()
    {
        Require.That(Sample.Weights is null, nameof(Sample), "must have no weights of rows: these models weigh all rows alike");
        Require.That(Sample.Absorb.Count == 0, nameof(Sample), "must have no columns to absorb: these models take no fixed effects out; give the groups as a categorical term");
        Require.That(Sample.Clusters.Count == 0, nameof(Sample), "must have no clusters: the errors of this model are those of its likelihood or moments");
        Require.SameLength(Sample.Data.RowCount, Weights.Count, nameof(Weights));
        SpatialValues.RefuseSelfLinks(Weights);
    }
}
