namespace Thalweg.Catalogs;

/// <summary>The names by which a string finds a class, Keras's own first: <c>"relu"</c> for <c>new Relu()</c>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
sealed class NamedAttribute(params string[] names) : Attribute
{
    public IReadOnlyList<string> Names { get; } = names;
}
