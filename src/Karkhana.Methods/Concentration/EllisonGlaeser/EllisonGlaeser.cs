using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Concentration;

/// <summary>Agglomeration of an industry beyond the concentration of its plants.</summary>
public static class EllisonGlaeser
{
    private const string Source = "Ellison & Glaeser 1997, doi:10.1086/262098; Maurel & Sédillot 1999, Regional Science and Urban Economics 29(5):575-604";

    /// <summary>Computes the indices of each industry.</summary>
    /// <remarks>
    /// With regional shares s of the industry, reference shares x, Xk = Σxᵏ and plant shares z, H = Σz²:
    /// G = Σ(s − x)²; γ = (G / (1 − X2) − H) / (1 − H); E[G] = (1 − X2) H;
    /// sd[G] = √(2 [H² (X2 − 2 X3 + X2²) − Σz⁴ (X2 − 4 X3 + 3 X2²)]);
    /// Maurel–Sédillot = ((Σs² − X2) / (1 − X2) − H) / (1 − H). An industry of one plant gives NaN.
    /// Read γ below 0.02 as dispersed and above 0.05 as strongly concentrated, by convention of the authors.
    /// Cost: one pass over the plants and one over industries × regions.
    /// Source: Ellison and Glaeser 1997, doi:10.1086/262098, equations 5 and 6; Maurel and Sédillot 1999,
    /// Regional Science and Urban Economics 29(5):575-604. Agrees with: REAT 3.0.3 ellison.a and ellison.a2, relative 1e-9.
    /// </remarks>
    /// <param name="input">The plants.</param>
    /// <param name="options">Where the reference comes from.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Looked at between industries.</param>
    /// <returns>The indices per industry, in ordinal order of the codes.</returns>
    public static EllisonGlaeserResult Estimate(
        PlantTable input,
        EllisonGlaeserOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        input.Check();
        options ??= new EllisonGlaeserOptions();
        CodeList industries = CodeList.Of(input.Industries);
        CodeList regions = input.RegionCodes(options.Reference);
        double[] weights = input.Weights();
        Reference reference = Reference.Of(input.ReferenceShares(options.Reference, regions, weights));
        ILookup<int, int> plantsOf = Enumerable.Range(0, weights.Length).ToLookup(plant => industries.Positions[plant]);
        List<EllisonGlaeserIndustry> rows = [];
        for (int industry = 0; industry < industries.Codes.Length; industry++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.Add(reference.Index(industries.Codes[industry], [.. plantsOf[industry]], regions.Positions, weights));
        }

        return new EllisonGlaeserResult(
            rows, new Provenance("concentration.ellison-glaeser", $"reference = {options.Reference}", Source));
    }

    private sealed record Reference(double[] Shares, double X2, double X3)
    {
        public static Reference Of(double[] shares) =>
            new(shares, shares.Sum(x => x * x), shares.Sum(x => x * x * x));

        public EllisonGlaeserIndustry Index(string industry, int[] plants, int[] regionOf, double[] weights)
        {
            double[] s = new double[Shares.Length];
            double total = plants.Sum(plant => weights[plant]);
            double h = 0;
            double fourth = 0;
            foreach (int plant in plants)
            {
                double z = weights[plant] / total;
                s[regionOf[plant]] += z;
                h += z * z;
                fourth += z * z * z * z;
            }

            double g = 0;
            double s2 = 0;
            for (int r = 0; r < s.Length; r++)
            {
                g += (s[r] - Shares[r]) * (s[r] - Shares[r]);
                s2 += s[r] * s[r];
            }

            double rest = 1 - X2;
            double expected = rest * h;
            double deviation = Math.Sqrt(
                2 * ((h * h * (X2 - (2 * X3) + (X2 * X2))) - (fourth * (X2 - (4 * X3) + (3 * X2 * X2)))));
            bool single = plants.Length == 1 || h == 1;
            return new EllisonGlaeserIndustry(
                industry,
                plants.Length,
                single ? double.NaN : ((g / rest) - h) / (1 - h),
                g,
                h,
                expected,
                deviation,
                (g - expected) / deviation,
                g / rest,
                single ? double.NaN : (((s2 - X2) / rest) - h) / (1 - h));
        }
    }
}
