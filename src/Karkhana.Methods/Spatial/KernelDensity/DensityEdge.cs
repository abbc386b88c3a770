namespace Karkhana.Methods.Spatial;

/// <summary>How a kernel density makes up for what is spread beyond the border.</summary>
public enum DensityEdge
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Divides by the share of the kernel round the place that lies in the window.</summary>
    Uniform,
}
