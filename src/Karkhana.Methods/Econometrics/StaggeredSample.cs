using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>A panel whose units take something up at different times.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="Adoption">The first period of each row's unit under treatment; NaN is missing.</param>
public sealed record StaggeredSample(PanelSample Panel, IReadOnlyList<double> Adoption)
{
    internal const string Roles = PanelSample.Roles + ", adoption (first treated period)";

    /// <summary>Reads the input <c>sample</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The sample.</returns>
    public static StaggeredSample Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new StaggeredSample(PanelSample.Read(request), request.Table("sample").Numbers("adoption"));
    }

    /// <summary>Gives the first treated period of each row, infinity where there is none; refuses units with two.</summary>
    internal double[] AdoptionByRow(double never)
    {
        Panel.Check();
        Require.SameLength(Panel.Time.Count, Adoption.Count, nameof(Adoption));
        double[] first = [.. Enumerable.Repeat(double.NaN, Panel.Unit.Count)];
        double[] adoption = [.. Adoption];
        for (int row = 0; row < adoption.Length; row++)
        {
            adoption[row] = adoption[row] == never ? double.PositiveInfinity : adoption[row];
            int unit = Panel.Unit.ByRow[row];
            if (unit < 0 || double.IsNaN(adoption[row]))
            {
                continue;
            }

            Require.That(double.IsNaN(first[unit]) || first[unit] == adoption[row], nameof(Adoption), FormattableString.Invariant(
                $"must be one period per unit; unit {Panel.Unit.Labels[unit]} had {first[unit]} and {adoption[row]}"));
            first[unit] = adoption[row];
        }

        return adoption;
    }
}
