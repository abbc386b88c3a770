using System.ComponentModel;
using Karkhana.Core.Errors;

namespace Karkhana.Methods.Spatial;

/// <summary>What can be set on a kernel density.</summary>
public sealed record KernelDensityOptions
{
    /// <summary>Gets the bandwidth h.</summary>
    /// <value>Above zero, in the unit of the coordinates: standard deviation of the Gaussian, radius of the Epanechnikov
    /// kernel.</value>
    [Description("Bandwidth h: standard deviation of the Gaussian, radius of the Epanechnikov kernel.")]
    public required double Bandwidth { get; init => field = Require.Positive(value); }

    /// <summary>Gets the kernel.</summary>
    /// <value>Gaussian unless set.</value>
    [Description("gaussian or epanechnikov.")]
    public DensityKernel Kernel { get; init; }

    /// <summary>Gets a value indicating whether each point's own contribution is dropped.</summary>
    /// <value>False unless set; only for the density at the points themselves.</value>
    [Description("true: drop each point's own contribution; only without locations.")]
    public bool LeaveOneOut { get; init; }

    /// <summary>Gets the edge correction.</summary>
    /// <value>None unless set; uniform needs a window.</value>
    [Description("none, or uniform: divide by the kernel's mass in the window.")]
    public DensityEdge Edge { get; init; }

    /// <summary>Gets a value indicating whether points count by their weight.</summary>
    /// <value>False unless set.</value>
    [Description("true: points count by their weight.")]
    public bool Weighted { get; init; }
}
