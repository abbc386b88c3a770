using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>One or several numbers per unit, and who is whose neighbour.</summary>
/// <remarks>A missing value is refused: leaving a unit out would change the neighbours of the others.</remarks>
/// <param name="Variables">The variables, each with one finite number per unit of the weights.</param>
/// <param name="Weights">The weights; their ids are the units.</param>
public sealed record SpatialVariables(IReadOnlyList<IReadOnlyList<double>> Variables, SpatialWeights Weights)
{
    /// <summary>Reads the inputs <c>values</c> (id, variables) and <c>weights</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The variables.</returns>
    public static SpatialVariables Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table("values");
        return new SpatialVariables(
            [.. table.ColumnsOf("variables").Select(table.NumbersOf)], SpatialWeights.Read(request, table.Texts("id")));
    }

    /// <summary>Gives the variables; refuses missing numbers, too few units and units linked with themselves.</summary>
    internal double[][] Checked(int least)
    {
        Require.That(Variables.Count > 0, nameof(Variables), "must have at least one variable; it was empty");
        SpatialValues.RefuseSelfLinks(Weights);
        return [.. Variables.Select(variable => SpatialValues.Complete(variable, Weights, nameof(Variables), least))];
    }
}
