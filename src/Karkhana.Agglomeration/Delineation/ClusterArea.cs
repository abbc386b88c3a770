using Karkhana.Core.Kernels;
using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>Counts the establishments inside the hull of a cluster, and how unlikely their mix is.</summary>
internal sealed class ClusterArea(FirmRegister firms)
{
    private readonly PointIndex _index = PointIndex.Of(firms.X, firms.Y);

    /// <summary>Gets the number of establishments of the register.</summary>
    public int Total => firms.Count;

    /// <summary>Counts the establishments inside a hull, and those of the industry among them.</summary>
    public (int All, int Industry) Count(ConvexHull hull, bool[] isIndustry)
    {
        List<(int Position, double SquaredDistance)> near = [];
        (double x, double y, double reach) = hull.Circle;
        _index.Within(x, y, reach, near);
        int all = 0;
        int industry = 0;
        foreach ((int firm, _) in near)
        {
            if (hull.Contains(firms.X[firm], firms.Y[firm]))
            {
                all++;
                industry += isIndustry[firm] ? 1 : 0;
            }
        }

        return (all, industry);
    }

    /// <summary>Gives the log-likelihood ratio that the industry is more frequent inside than outside; 0 when it is
    /// not.</summary>
    public double LogLikelihoodRatio(int all, int industry, int size)
    {
        (double outside, double industryOutside) = (Total - all, size - industry);
        return industry * outside <= industryOutside * all
            ? 0
            : LogLikelihood(industry, all) + LogLikelihood(industryOutside, outside) - LogLikelihood(size, Total);
    }

    private static double LogLikelihood(double cases, double all) => Term(cases, all) + Term(all - cases, all);

    private static double Term(double count, double all) => count > 0 ? count * Math.Log(count / all) : 0;
}
