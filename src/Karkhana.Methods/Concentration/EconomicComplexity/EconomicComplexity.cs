using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Concentration;

/// <summary>The complexity of regions and industries from the second eigenvector of their table.</summary>
public static class EconomicComplexity
{
    internal const string Source =
        "Hidalgo & Hausmann 2009, doi:10.1073/pnas.0900943106; Hausmann et al. 2014, The Atlas of Economic Complexity, MIT Press";

    // Below this a correlation is rounding error and gives no sign.
    private const double NoCorrelation = 1e-8;

    /// <summary>Computes the complexity of each region and each industry.</summary>
    /// <remarks>
    /// M_rr' = Σ_i B_ri B_r'i / (k_r0 k_i0), B the table of specialisation (location quotient of at least 1), k_r0 the
    /// diversity, k_i0 the ubiquity. ECI is the right eigenvector of the second eigenvalue, with the sign that makes
    /// it correlate positively with diversity, brought to mean 0 and standard deviation (n − 1) 1. PCI is the same for
    /// industries, correlating negatively with ubiquity, standardised by itself. Regions and industries without
    /// specialisation are dropped first. Found on the shorter of the two sides through a symmetric matrix similar to
    /// M; the other side is its reflection. Both indices are NaN, with a note, when they are not unique: the table
    /// falls into parts that share no industry (second eigenvalue 1), the second eigenvalue is not simple or is 0,
    /// there are fewer than two regions or industries, or nothing fixes the sign. Negative or missing activity is
    /// refused. Cost: the third power of the shorter side.
    /// Source: Hidalgo and Hausmann 2009, doi:10.1073/pnas.0900943106; Hausmann et al. 2014, The Atlas of Economic
    /// Complexity, MIT Press, technical box 2.2. Agrees with: the eigenvectors of R, relative 1e-8; EconGeo KCI and
    /// TCI round on the way and do not agree.
    /// </remarks>
    /// <param name="activity">Activity by region and industry.</param>
    /// <param name="options">None.</param>
    /// <param name="execution">Not used: a single decomposition.</param>
    /// <param name="cancellationToken">Looked at before the decomposition.</param>
    /// <returns>A score per region and per industry.</returns>
    public static EconomicComplexityResult Estimate(
        ActivityTable activity,
        EconomicComplexityOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        SpecialisationTable all = SpecialisationTable.Of(activity);
        SpecialisationTable table = all.WithoutEmpty();
        int[][] industriesOf = table.IndustriesOf;
        int[][] regionsOf = table.RegionsOf();
        cancellationToken.ThrowIfCancellationRequested();
        bool byRegion = industriesOf.Length <= regionsOf.Length;
        int[] diversity = [.. industriesOf.Select(own => own.Length)];
        SecondVector second = byRegion
            ? SecondVector.Of(regionsOf, diversity)
            : SecondVector.Of(industriesOf, table.Ubiquity);
        List<Note> notes = [.. IndustryNotes.Dropped(all, table)];
        double[] eci = Undefined(industriesOf.Length);
        double[] pci = Undefined(regionsOf.Length);
        if (second.Values.Length == 0)
        {
            notes.Add(NotUnique(second.Eigenvalue));
        }
        else
        {
            (double[] shorter, double[] longer) = (
                second.Values, MethodOfReflections.MeansOver(byRegion ? regionsOf : industriesOf, second.Values));
            eci = Turned(byRegion ? shorter : longer, diversity, 1, "diversity", notes);
            pci = Turned(byRegion ? longer : shorter, table.Ubiquity, -1, "ubiquity", notes);
        }

        return new EconomicComplexityResult(
            table.Regions, eci, table.Industries, pci, second.Eigenvalue, notes,
            new Provenance("concentration.economic-complexity", "", Source));
    }

    private static double[] Undefined(int count)
    {
        double[] values = new double[count];
        Array.Fill(values, double.NaN);
        return values;
    }

    private static Note NotUnique(double second) => double.IsNaN(second)
        ? new Note(
            "too-small", Severity.Warning,
            "Fewer than two regions or two industries have a specialisation: there is no second eigenvector.")
        : new Note(
            "not-unique", Severity.Warning,
            FormattableString.Invariant($"The second eigenvalue is {second:0.######}: 1 means that the table falls into parts without ")
            + "a common industry, 0 that all regions have the same mix; else it is shared by several vectors. Complexity "
            + "is not unique and left undefined. Leave out small parts, or take coarser industries.");

    private static double[] Turned(double[] vector, int[] degrees, int sign, string degree, List<Note> notes)
    {
        double[] scores = Standard.Scores(vector);
        double[] other = Standard.Scores([.. degrees.Select(count => (double)count)]);
        double correlation = Sums.Dot(scores, other) / (scores.Length - 1);
        if (Math.Abs(correlation) > NoCorrelation)
        {
            double turn = correlation * sign > 0 ? 1 : -1;
            return Array.ConvertAll(scores, score => turn * score);
        }

        notes.Add(new Note(
            "no-sign", Severity.Warning,
            $"The second eigenvector does not correlate with {degree}, so that nothing says which end is the complex one."));
        return Undefined(vector.Length);
    }
}
