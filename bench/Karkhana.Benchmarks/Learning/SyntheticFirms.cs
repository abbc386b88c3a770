using Karkhana.Core.Randomness;
using MathNet.Numerics.Distributions;

namespace Karkhana.Benchmarks.Learning;

/// <summary>SYNTHETIC firms: who owns them and where they stand (framework Appendix B).</summary>
internal sealed class SyntheticFirms
{
    public const int Clusters = MainCluster + SecondCluster;
    public const int Count = Clusters + Town + Dispersed;
    public const int Stages = 4;

    private const int MainCluster = 140;
    private const int SecondCluster = 60;
    private const int Town = 30;
    private const int Dispersed = 90;
    private const double Area = 100; // km, side of the square over which the dispersed firms lie
    private const double RuralCell = 25; // km, side of what counts as one rural place
    private const int KinGroup = 8;

    private readonly ulong _seed;

    private SyntheticFirms(ulong seed) => _seed = seed;

    /// <summary>Gets the position of each firm in kilometres.</summary>
    public (double X, double Y)[] Points { get; } = new (double, double)[Count];

    public string[] Places { get; } = new string[Count];

    public bool[] Clustered { get; } = new bool[Count];

    /// <summary>Gets the education of the owner, Beta(2, 3).</summary>
    public double[] Education { get; } = new double[Count];

    /// <summary>Gets the years of experience, Gamma with shape 4 and scale 5.</summary>
    public double[] Experience { get; } = new double[Count];

    /// <summary>Gets the workers, lognormal around 9, at least 2.</summary>
    public double[] Workers { get; } = new double[Count];

    public int[] Kin { get; } = new int[Count];

    public int[] Stage { get; } = new int[Count];

    /// <summary>Draws owners who choose between cluster and elsewhere, until every place is full.</summary>
    /// <remarks>The places have given sizes, so an owner who would go where nothing is free does not start: within cluster and
    /// elsewhere, owners are distributed as the rule of choice says.</remarks>
    public static SyntheticFirms Draw(ulong seed)
    {
        SyntheticFirms firms = new(seed);
        RandomStream stream = new(seed, RandomPurpose.SyntheticFirms, 0);
        (int clustered, int elsewhere) = (0, 0);
        while (clustered + elsewhere < Count)
        {
            double education = Beta.InvCDF(2, 3, stream.NextDouble());
            double experience = Gamma.InvCDF(4, 1 / 5.0, stream.NextDouble());
            double workers = Math.Max(2, Math.Exp(Math.Log(9) + (0.8 * stream.NextGaussian())));
            double taste = 0.5 * stream.NextGaussian();
            bool chooses = stream.NextBool(MathNet.Numerics.SpecialFunctions.Logistic(-0.2 + (0.5 * (education - 0.4) / 0.2) + taste));
            if (chooses ? clustered == Clusters : elsewhere == Count - Clusters)
            {
                continue;
            }

            int firm = chooses ? clustered++ : Clusters + elsewhere++;
            firms.Education[firm] = education;
            firms.Experience[firm] = experience;
            firms.Workers[firm] = Math.Round(workers);
            firms.Settle(firm, stream);
        }

        return firms;
    }

    public double Distance(int firm, (double X, double Y) point) =>
        Math.Sqrt(Math.Pow(Points[firm].X - point.X, 2) + Math.Pow(Points[firm].Y - point.Y, 2));

    /// <summary>Gives where a clustered firm would stand had it not gone to a cluster: a town or rural place, as those of the others.</summary>
    public (double X, double Y) Elsewhere(int firm)
    {
        RandomStream stream = new(_seed, RandomPurpose.SyntheticFirms, 1, firm);
        return stream.NextBool(Town / (double)(Town + Dispersed)) ? InDisc(-30, 25, 3, stream) : Anywhere(stream);
    }

    private void Settle(int firm, RandomStream stream)
    {
        (string place, (double X, double Y) point) = firm switch
        {
            < MainCluster => ("main cluster", InDisc(0, 0, 2, stream)),
            < Clusters => ("second cluster", InDisc(35, -20, 4, stream)),
            < Clusters + Town => ("town", InDisc(-30, 25, 3, stream)),
            _ => ("", Anywhere(stream)),
        };
        Points[firm] = point;
        Clustered[firm] = firm < Clusters;
        Places[firm] = place.Length > 0 ? place : FormattableString.Invariant(
            $"rural {Math.Floor((point.X + (Area / 2)) / RuralCell)}-{Math.Floor((point.Y + (Area / 2)) / RuralCell)}");
        Kin[firm] = firm / KinGroup;
        Stage[firm] = stream.NextInt(Stages);
    }

    private static (double X, double Y) Anywhere(RandomStream stream) =>
        (Area * (stream.NextDouble() - 0.5), Area * (stream.NextDouble() - 0.5));

    private static (double X, double Y) InDisc(double x, double y, double radius, RandomStream stream)
    {
        (double distance, double angle) = (radius * Math.Sqrt(stream.NextDouble()), 2 * Math.PI * stream.NextDouble());
        return (x + (distance * Math.Cos(angle)), y + (distance * Math.Sin(angle)));
    }
}
