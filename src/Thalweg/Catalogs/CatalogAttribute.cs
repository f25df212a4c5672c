namespace Thalweg.Catalogs;

/// <summary>Marks a base class whose named descendants are listed at compile time, in a class called after it: ActivationCatalog for Activation.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
sealed class CatalogAttribute : Attribute;
