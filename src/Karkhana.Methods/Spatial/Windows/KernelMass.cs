using MathNet.Numerics.Integration;

namespace Karkhana.Methods.Spatial;

/// <summary>The mass of a kernel round a place that lies in a window.</summary>
/// <remarks>
/// In polar coordinates round the place, the window is the signed sum of the triangles between the place and its edges; a
/// kernel's
/// mass in a triangle is ∫ G(ρ(θ)) dθ along the edge, with G its mass per angle within radius ρ. For the Gaussian this
/// is the angle
/// less Owen's T at both ends; for Epanechnikov's kernel a polynomial within the disc and the angle alone beyond it.
/// </remarks>
internal sealed class KernelMass(ObservationWindow window, DensityKernel kernel, double bandwidth)
{
    private const int Order = 24;

    private static readonly GaussLegendreRule Rule = new(0, 1, Order);

    private readonly WindowEdges _edges = window.Edges;

    public double At(double x, double y)
    {
        if (kernel == DensityKernel.Gaussian && window.IsRectangle)
        {
            return Between(window.MinX - x, window.MaxX - x) * Between(window.MinY - y, window.MaxY - y);
        }

        double mass = 0;
        for (int edge = 0; edge < _edges.Count; edge++)
        {
            mass += Triangle(
                (_edges.StartX[edge] - x) / bandwidth, (_edges.StartY[edge] - y) / bandwidth,
                (_edges.EndX[edge] - x) / bandwidth, (_edges.EndY[edge] - y) / bandwidth);
        }

        return mass;
    }

    /// <summary>Gives the mass of the normal law between two bounds, from the tails so that nothing cancels.</summary>
    private double Between(double low, double high) => low > 0
        ? NormalTail.Upper(low / bandwidth) - NormalTail.Upper(high / bandwidth)
        : 1 - NormalTail.Upper(-low / bandwidth) - NormalTail.Upper(high / bandwidth);

    /// <summary>Gives the signed mass of the triangle between the origin and an edge, lengths in bandwidths.</summary>
    private double Triangle(double startX, double startY, double endX, double endY)
    {
        double dx = endX - startX;
        double dy = endY - startY;
        double length = Math.Sqrt((dx * dx) + (dy * dy));
        double off = ((startX * dy) - (startY * dx)) / length;
        if (off == 0)
        {
            return 0;
        }

        double from = ((startX * dx) + (startY * dy)) / length;
        double to = ((endX * dx) + (endY * dy)) / length;
        double height = Math.Abs(off);
        double mass = kernel == DensityKernel.Gaussian
            ? Gaussian(height, to) - Gaussian(height, from)
            : Epanechnikov(height, to) - Epanechnikov(height, from);
        return Math.Sign(off) * mass;
    }

    /// <summary>Gives the mass between the perpendicular and a point so far along the edge; odd in
    /// <paramref name="along"/>.</summary>
    private static double Gaussian(double height, double along) =>
        Math.Sign(along) * ((Math.Atan2(Math.Abs(along), height) / (2 * Math.PI)) - OwenT(height, Math.Abs(along)));

    /// <summary>Gives Owen's T(h, a/h); its reflection keeps the angle below 45 degrees, where the integrand is
    /// smooth.</summary>
    private static double OwenT(double height, double along)
    {
        if (along > height)
        {
            double outer = NormalTail.Upper(height);
            double upper = NormalTail.Upper(along);
            return ((outer + upper) / 2) - (outer * upper) - OwenT(along, height);
        }

        double slope = along / height;
        double half = height * height / 2;
        double integral = 0;
        for (int k = 0; k < Order; k++)
        {
            double x = slope * Rule.GetAbscissa(k);
            integral += Rule.GetWeight(k) * Math.Exp(-half * (1 + (x * x))) / (1 + (x * x));
        }

        return slope * integral / (2 * Math.PI);
    }

    private static double Epanechnikov(double height, double along)
    {
        double end = height < 1 ? Math.Sqrt(1 - (height * height)) : 0;
        double inner = Math.Min(Math.Abs(along), end);
        double square = height * height;
        double disc = ((height * inner) - (((square * height * inner) + (height * inner * inner * inner / 3)) / 2)) / Math.PI;
        double angle = Math.Atan2(Math.Abs(along), height) - Math.Atan2(inner, height);
        return Math.Sign(along) * (disc + (angle / (2 * Math.PI)));
    }
}
