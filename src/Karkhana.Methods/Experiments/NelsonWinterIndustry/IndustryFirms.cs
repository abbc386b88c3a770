using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>Firms of one industry that make one product.</summary>
/// <param name="Productivity">Output per unit of capital, above 0.</param>
/// <param name="Capital">Capital, zero or greater.</param>
public sealed record IndustryFirms(IReadOnlyList<double> Productivity, IReadOnlyList<double> Capital)
{
    private const double Most = 1e12;
    private const double Least = 1e-12;

    /// <summary>Reads the input <c>firms</c> of a request; a missing cell is refused.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The firms.</returns>
    public static IndustryFirms Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable firms = request.Table("firms");
        return new IndustryFirms(firms.CompleteNumbers("productivity"), firms.CompleteNumbers("capital"));
    }

    /// <summary>Refuses lists of different length, productivity that is not above 0, capital below 0 and industries without
    /// capital.</summary>
    /// <exception cref="ArgumentException">A value is refused.</exception>
    public void Check()
    {
        Require.Finite(Productivity);
        Require.Finite(Capital);
        Require.SameLength(Productivity.Count, Capital.Count, nameof(Capital));
        foreach (double productivity in Productivity)
        {
            Require.Between(productivity, Least, Most, nameof(Productivity));
        }

        foreach (double capital in Capital)
        {
            Require.Between(capital, 0, Most, nameof(Capital));
        }

        Require.That(
            Capital.Any(capital => capital >= Least), nameof(Capital),
            FormattableString.Invariant($"must be at least {Least} for one firm; all had less"));
    }
}
