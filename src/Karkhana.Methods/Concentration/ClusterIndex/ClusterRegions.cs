using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>Regions with their size and what they hold of one industry.</summary>
public sealed record ClusterRegions
{
    /// <summary>Gets the region codes, each once.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>Gets the employment of the industry, zero or greater.</summary>
    public required IReadOnlyList<double> Employment { get; init; }

    /// <summary>Gets the area, greater than zero.</summary>
    public required IReadOnlyList<double> Areas { get; init; }

    /// <summary>Gets the population, greater than zero.</summary>
    public required IReadOnlyList<double> Populations { get; init; }

    /// <summary>Gets the number of firms of the industry, zero or greater.</summary>
    public required IReadOnlyList<double> Firms { get; init; }

    /// <summary>Reads the input <c>regions</c> of a request; a missing cell is refused.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The regions.</returns>
    public static ClusterRegions Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table("regions");
        return new ClusterRegions
        {
            Codes = table.Texts("region"),
            Employment = table.CompleteNumbers("employment"),
            Areas = table.CompleteNumbers("area"),
            Populations = table.CompleteNumbers("population"),
            Firms = table.CompleteNumbers("firms"),
        };
    }

    /// <summary>Refuses columns of different length, repeated regions and numbers out of range.</summary>
    internal void Check()
    {
        UnitValues.Different(Codes, nameof(Codes));
        foreach ((IReadOnlyList<double> column, string name) in new[]
        {
            (Employment, nameof(Employment)), (Areas, nameof(Areas)),
            (Populations, nameof(Populations)), (Firms, nameof(Firms)),
        })
        {
            Require.SameLength(Codes.Count, column.Count, name);
        }

        UnitValues.NotNegative(Employment, nameof(Employment));
        UnitValues.Positive(Areas, nameof(Areas));
        UnitValues.Positive(Populations, nameof(Populations));
        UnitValues.NotNegative(Firms, nameof(Firms));
    }
}
